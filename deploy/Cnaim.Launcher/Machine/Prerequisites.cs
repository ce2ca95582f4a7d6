using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>Programs that the platform needs and that may be missing on this machine.</summary>
public static class Prerequisites
{
    /// <summary>Debian packages that are missing for the private servers, and for building the pages' style sheet.</summary>
    /// <param name="needsPostgres">False where a PostgreSQL server is given.</param>
    /// <param name="needsRabbitMq">False where a broker is given.</param>
    public static IReadOnlyList<string> Missing(bool needsPostgres, bool needsRabbitMq) =>
    [
        .. needsPostgres && PostgresBinaries.Find() is null ? (string[])["postgresql"] : [],
        .. needsRabbitMq && RabbitMqBinaries.Find() is null ? (string[])["rabbitmq-server"] : [],
        .. IsOnPath("npm") ? (string[])[] : ["nodejs", "npm"],
    ];

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Whether this machine lets the launcher install packages: Debian's apt-get, as root.</summary>
    public static bool CanInstall => Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get");
}
