namespace Cnaim.Subscriptions.Queues;

/// <summary>A partner's queue is named after its client: nobody else's token reads it.</summary>
internal static class QueueName
{
    public const string Scheme = "amqp:";
    private const string Prefix = "partner.";
    private const string Scope = "rabbitmq.read:";

    public static string Of(string clientId) => Prefix + clientId;

    /// <summary>As the delivery log names it, where a webhook has its address.</summary>
    public static string AddressOf(string clientId) => Scheme + Of(clientId);

    /// <summary>The one scope of a token for it.</summary>
    public static string ScopeOf(string virtualHost, string clientId) => Scope + virtualHost + "/" + Of(clientId);
}
