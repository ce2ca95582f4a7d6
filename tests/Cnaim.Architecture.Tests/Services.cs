using System.Xml.Linq;
using Cnaim.Testing;

namespace Cnaim.Architecture.Tests;

/// <summary>The hosts of the platform, by their project files.</summary>
internal static class Services
{
    /// <summary>Folders of the services beside the offices, each of which owns tables; reception is an office by its kit.</summary>
    public static IEnumerable<string> OwnData => Projects.Where(project => !IsOffice(project) && !UsesOfficeKit(project))
        .Select(project => Repository.Relative(Path.GetDirectoryName(project)!));

    public static IEnumerable<string> Projects => Repository.Files("services", ".csproj")
        .Where(project => !Repository.Relative(project).StartsWith("services/kit/", StringComparison.Ordinal) && IsHost(project));

    /// <summary>The edge: a host without data and without a document of its own.</summary>
    public static string Gateway => Repository.Files("gateway", ".csproj").Single(IsHost);

    public static bool IsOffice(string project) => Repository.Relative(project) is var path
        && (path.StartsWith("services/agencies/", StringComparison.Ordinal) || path.StartsWith("services/support-offices/", StringComparison.Ordinal));

    public static string CodeOf(string project) => XDocument.Load(project).Descendants("ServiceCode").Single().Value;

    private static bool IsHost(string project) => File.ReadAllText(project).Contains("<ServiceCode>", StringComparison.Ordinal);

    private static bool UsesOfficeKit(string project) => File.ReadAllText(project).Contains("Cnaim.OfficeKit.csproj", StringComparison.Ordinal);
}
