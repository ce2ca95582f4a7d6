using Cnaim.Data;
using Microsoft.Extensions.Configuration;

namespace Cnaim.Messaging;

/// <summary>Settings of messaging; everything else is fixed by design or by the topology manifest.</summary>
internal sealed class MessagingOptions
{
    public MessagingOptions(IConfiguration configuration)
    {
        BrokerUrl = new Uri(configuration["Broker:Url"] ?? throw new InvalidOperationException("Set Broker__Url to amqp://user:password@host:port/vhost."));
        QueueType = configuration["Broker:QueueType"] ?? "quorum";
        RelayPoll = TimeSpan.FromMilliseconds(configuration.GetValue("Broker:RelayPollMilliseconds", 1000));
        GapPatience = TimeSpan.FromSeconds(configuration.GetValue("Broker:GapPatienceSeconds", 10));
        FlowLook = TimeSpan.FromMilliseconds(configuration.GetValue("Broker:FlowLookMilliseconds", 2000));
        if (!IsEncrypted && !RemoteHosts.IsLocal(BrokerUrl.Host) && !configuration.GetValue("Broker:AllowRemoteClearText", defaultValue: false))
        {
            throw new InvalidOperationException(
                "Broker__Url leads to another machine in clear text: use amqps://, or set Broker__AllowRemoteClearText=true where a private network protects it.");
        }

        if (QueueType is not ("quorum" or "classic"))
        {
            throw new InvalidOperationException("Broker__QueueType must be quorum or classic.");
        }
    }

    /// <summary>The broker, with user and password; the path is the virtual host.</summary>
    public Uri BrokerUrl { get; }

    /// <summary><c>quorum</c> (default) or <c>classic</c>, which only the benchmark uses.</summary>
    public string QueueType { get; }

    /// <summary>How often the relay looks without a signal: 1 s (default); 250 ms with several replicas.</summary>
    public TimeSpan RelayPoll { get; }

    /// <summary>How old a gap is before the source is asked for the missing message: 10 s (default).</summary>
    public TimeSpan GapPatience { get; }

    /// <summary>How often broker, queues and tables are looked at for health and metrics: 2 s (default).</summary>
    public TimeSpan FlowLook { get; }

    public bool IsEncrypted => string.Equals(BrokerUrl.Scheme, "amqps", StringComparison.Ordinal);

    public int Port => BrokerUrl.Port > 0 ? BrokerUrl.Port : IsEncrypted ? 5671 : 5672;

    public string VirtualHost => BrokerUrl.AbsolutePath.Length > 1 ? Uri.UnescapeDataString(BrokerUrl.AbsolutePath[1..]) : "/";

    public string User => Uri.UnescapeDataString(BrokerUrl.UserInfo.Split(':')[0]);

    public string Password => Uri.UnescapeDataString(BrokerUrl.UserInfo.Split(':', 2) is [_, var password] ? password : "");
}
