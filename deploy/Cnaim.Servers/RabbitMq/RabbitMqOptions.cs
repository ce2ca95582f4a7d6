namespace Cnaim.Servers;

/// <summary>How a private RabbitMQ node is started.</summary>
public sealed record RabbitMqOptions
{
    /// <summary>The node's own folder: data, log, cookie and configuration lie below it.</summary>
    public required string Folder { get; init; }

    /// <summary>Where users' passwords are kept; by default <c>secrets.json</c> in a folder beside the data.</summary>
    public SecretStore? Secrets { get; init; }

    /// <summary>AMQP port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Kind of the services' own queues.</summary>
    public QueueType QueueType { get; init; }

    /// <summary>Plugins to enable, such as <c>rabbitmq_management</c>; none by default.</summary>
    public IReadOnlyList<string> Plugins { get; init; } = [];

    /// <summary>The key document that partners' tokens are checked with. Null: no partner connects, and neither OAuth 2 nor the management API is started.</summary>
    public Uri? PartnerKeys { get; init; }

    /// <summary>Port of the management API on 127.0.0.1, with <see cref="PartnerKeys"/>; 0 takes a free one.</summary>
    public int ManagementPort { get; init; }

    /// <summary>Further lines of <c>rabbitmq.conf</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];
}
