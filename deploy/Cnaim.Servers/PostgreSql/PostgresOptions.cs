namespace Cnaim.Servers;

/// <summary>How a private PostgreSQL cluster is started.</summary>
public sealed record PostgresOptions
{
    /// <summary>The cluster's own folder: data, log and socket lie below it.</summary>
    public required string Folder { get; init; }

    /// <summary>Where role and administrator passwords are kept; by default <c>secrets.json</c> in a folder beside the data.</summary>
    public SecretStore? Secrets { get; init; }

    /// <summary>TCP port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Memory shared by all sessions, in MiB; 128 by default.</summary>
    public int SharedBuffersMegabytes { get; init; } = 128;

    /// <summary>Sessions at most; 400 by default: 31 services with pools of 8 and room for tools.</summary>
    public int MaxConnections { get; init; } = 400;

    /// <summary>Further settings by name, as in <c>postgresql.conf</c>; they win over the ones set here.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
