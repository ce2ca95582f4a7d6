using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>What a platform is started with.</summary>
public sealed record PlatformOptions
{
    /// <summary>The platform's folder: data, logs, secrets, state.</summary>
    public required string Home { get; init; }

    /// <summary>The folder with all published hosts; by default <c>app</c> below <see cref="Home"/>.</summary>
    public string? App { get; init; }

    /// <summary>Codes of the services to start; null starts all that are published.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>HTTP port of the gateway on 127.0.0.1; 0 takes a free one.</summary>
    public int GatewayPort { get; init; }

    /// <summary>Clear-text HTTP/2 port of the gateway on 127.0.0.1; 0 takes a free one.</summary>
    public int GatewayGrpcPort { get; init; }

    /// <summary><c>sandbox</c> (default) or <c>production</c>.</summary>
    public string Mode { get; init; } = "sandbox";

    /// <summary>Administrator's connection string of a given PostgreSQL server; null starts a private one.</summary>
    public string? Postgres { get; init; }

    /// <summary>Management address (<c>http://user:password@host:15672</c>) of a given RabbitMQ; null starts a private one.</summary>
    public string? RabbitMq { get; init; }

    /// <summary>Kind of the services' own queues.</summary>
    public QueueType QueueType { get; init; }

    /// <summary>Connections of each service to its database at most.</summary>
    public int MaximumPoolSize { get; init; } = 8;

    /// <summary>Variables for one service by its code, or for all under <c>*</c>; they win over the launcher's own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Environment { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);

    /// <summary>How many services may be starting at the same time.</summary>
    public int StartsAtOnce { get; init; } = 6;

    /// <summary>How long all services together may take to become ready.</summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Pauses before a crashed service is started again.</summary>
    public BackOff BackOff { get; init; } = BackOff.Default;
}
