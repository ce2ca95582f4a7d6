using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>Where the parts of a platform lie below its folder.</summary>
/// <param name="Home">The platform's folder.</param>
public sealed record PlatformLayout(string Home)
{
    /// <summary>The published hosts.</summary>
    public string App => Path.Combine(Home, "app");

    /// <summary>Logs by name of service or server.</summary>
    public string Logs => Path.Combine(Home, "logs");

    /// <summary>What is running: processes, ports, state.</summary>
    public string State => Path.Combine(Home, "state.json");

    /// <summary>Held by the running supervisor.</summary>
    public string Lock => Path.Combine(Home, "up.lock");

    /// <summary>Passwords and keys; only its owner can read it.</summary>
    public string Secrets => Path.Combine(Home, "secrets", "secrets.json");

    /// <summary>The private PostgreSQL cluster.</summary>
    public string Postgres => Path.Combine(Home, "postgres");

    /// <summary>The private RabbitMQ node.</summary>
    public string RabbitMq => Path.Combine(Home, "rabbitmq");

    /// <summary>Log of a service.</summary>
    /// <param name="code">Its code.</param>
    public string Log(string code) => Path.Combine(Logs, code + ".log");

    /// <summary>The folder named by <c>CNAIM_HOME</c>, else <c>.cnaim</c> in the repository, else (where the unprivileged account cannot reach it) one below <c>/var/lib/cnaim</c>.</summary>
    /// <param name="repository">The repository's root.</param>
    public static PlatformLayout Find(string repository)
    {
        if (Environment.GetEnvironmentVariable("CNAIM_HOME") is { Length: > 0 } home)
        {
            return new PlatformLayout(Path.GetFullPath(home));
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(repository)))[..8];
        return new PlatformLayout(Account.Current.CanReach(repository)
            ? Path.Combine(repository, ".cnaim")
            : string.Create(CultureInfo.InvariantCulture, $"/var/lib/cnaim/{hash}"));
    }

    /// <summary>Creates the folders that services and servers write to.</summary>
    public void Create()
    {
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Logs);
    }
}
