using System.Collections;

namespace Cnaim.Launcher;

/// <summary>
/// Settings that whoever starts the platform gives to single services, for example the mail server of <c>subscriptions</c>: variables
/// <c>CNAIM_SET__{code}__{key}</c>, the code with underscores in place of hyphens. Services see nothing else of that environment.
/// </summary>
public static class GivenSettings
{
    private const string Prefix = "CNAIM_SET__";

    /// <summary>The settings in an environment, by the service's code.</summary>
    /// <param name="environment">Names and values, for example <see cref="Environment.GetEnvironmentVariables()"/>.</param>
    /// <param name="hosts">The services that there are.</param>
    /// <exception cref="LauncherException">A variable names no service, or no key.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Of(IDictionary environment, IReadOnlyList<HostProgram> hosts)
    {
        var found = environment.Keys.Cast<string>().Select(name => (Name: name, Value: (string?)environment[name] ?? ""))
            .Where(variable => variable.Name.StartsWith(Prefix, StringComparison.Ordinal) && variable.Value.Length > 0);
        return found.Select(variable => (Place: Split(variable.Name, hosts), variable.Value)).GroupBy(setting => setting.Place.Code, StringComparer.Ordinal)
            .ToDictionary(
                service => service.Key,
                IReadOnlyDictionary<string, string> (service) => service.ToDictionary(setting => setting.Place.Key, setting => setting.Value, StringComparer.Ordinal),
                StringComparer.Ordinal);
    }

    private static (string Code, string Key) Split(string name, IReadOnlyList<HostProgram> hosts)
    {
        var parts = name[Prefix.Length..].Split("__", 2);
        var code = parts[0].Replace('_', '-');
        if (parts is not [_, { Length: > 0 } key])
        {
            throw new LauncherException(LauncherProblem.Usage, $"{name} names no setting; write {Prefix}{{service}}__{{key}}, for example {Prefix}subscriptions__Mail__Host.");
        }

        return hosts.Any(host => string.Equals(host.Code, code, StringComparison.Ordinal))
            ? (code, key)
            : throw new LauncherException(LauncherProblem.Usage, $"{name} names no service; there are: {string.Join(", ", hosts.Select(host => host.Code))}.");
    }
}
