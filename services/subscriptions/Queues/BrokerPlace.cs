using RabbitMQ.Client;

namespace Cnaim.Subscriptions.Queues;

/// <summary>The broker as this service's own user reaches it.</summary>
internal sealed class BrokerPlace(IConfiguration configuration)
{
    private readonly Uri _url = new(configuration["Broker:Url"]!);

    public string VirtualHost => _url.AbsolutePath.Length > 1 ? Uri.UnescapeDataString(_url.AbsolutePath[1..]) : "/";

    public string User => Uri.UnescapeDataString(_url.UserInfo.Split(':')[0]);

    public ConnectionFactory Factory() => new()
    {
        Uri = _url,
        VirtualHost = VirtualHost,
        AutomaticRecoveryEnabled = false,
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
        ContinuationTimeout = TimeSpan.FromSeconds(10),
        ClientProvidedName = "subscriptions-partners",
    };
}
