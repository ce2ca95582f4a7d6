using System.Text.RegularExpressions;

namespace Cnaim.Launcher;

/// <summary>Finds the hosts in the folder of the published platform.</summary>
public static partial class HostCatalogue
{
    private const string Marker = ".runtimeconfig.json";

    /// <summary>All published hosts in the order of their codes.</summary>
    /// <param name="app">The folder of the published platform.</param>
    public static IReadOnlyList<HostProgram> Read(string app) => Directory.Exists(app)
        ? [.. Directory.EnumerateFiles(app, "Cnaim.*" + Marker).Select(Program).OrderBy(host => host.Code, StringComparer.Ordinal)]
        : [];

    /// <summary>The hosts that were asked for.</summary>
    /// <param name="app">The folder of the published platform.</param>
    /// <param name="only">Codes; null takes all.</param>
    /// <exception cref="LauncherException">A code is not published, or nothing is.</exception>
    public static IReadOnlyList<HostProgram> Select(string app, IReadOnlyList<string>? only)
    {
        var all = Read(app);
        var unknown = only?.FirstOrDefault(code => all.All(host => !string.Equals(host.Code, code, StringComparison.Ordinal)));
        if (unknown is not null)
        {
            throw new LauncherException(LauncherProblem.Usage, $"There is no service '{unknown}'; there are: {string.Join(", ", all.Select(host => host.Code))}.");
        }

        return all.Count == 0
            ? throw new LauncherException(LauncherProblem.Failed, $"No host is published in {app}; run ./cnaim up once, which publishes them.")
            : [.. all.Where(host => only?.Contains(host.Code, StringComparer.Ordinal) ?? true)];
    }

    private static HostProgram Program(string path)
    {
        var assembly = path[..^Marker.Length] + ".dll";
        return new HostProgram(Code(Path.GetFileNameWithoutExtension(assembly)), assembly);
    }

    // Cnaim.SocialSecurity -> social-security
    private static string Code(string assembly) => Capital().Replace(assembly["Cnaim.".Length..], match => (match.Index == 0 ? "" : "-") + match.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Capital();
}
