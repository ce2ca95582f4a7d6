using System.Globalization;

namespace Cnaim.Servers;

/// <summary>Where PostgreSQL's programs lie.</summary>
public static class PostgresBinaries
{
    /// <summary>The folder of the newest installed PostgreSQL server, or null.</summary>
    public static string? Find()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return debian.Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    /// <summary>The folder of the newest installed PostgreSQL server.</summary>
    /// <exception cref="ServerException">None is installed.</exception>
    public static string Require() =>
        Find() ?? throw new ServerException("PostgreSQL is not installed; install it (Debian: apt-get install postgresql), or set CNAIM_POSTGRES to a server's connection string.");

    private static decimal Version(string folder) =>
        decimal.TryParse(Path.GetFileName(folder), NumberStyles.Number, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
