namespace Cnaim.Messaging.Topology;

/// <summary>The manifest as written.</summary>
internal sealed class TopologyDocument
{
    public ExchangeNames Exchanges { get; set; } = new();

    public QueueLimits Queue { get; set; } = new();

    public Dictionary<string, KindEntry> Kinds { get; set; } = [];

    public List<ServiceEntry> Services { get; set; } = [];

    internal sealed class ExchangeNames
    {
        public string Commands { get; set; } = "";

        public string Events { get; set; } = "";

        public string Partners { get; set; } = "";
    }

    internal sealed class QueueLimits
    {
        public int DeliveryLimit { get; set; }

        public long MaxLengthBytes { get; set; }
    }

    internal sealed class KindEntry
    {
        public Dictionary<string, List<string>> Sends { get; set; } = [];

        public List<string> Publishes { get; set; } = [];

        public List<string> Reads { get; set; } = [];
    }

    internal sealed class ServiceEntry
    {
        public string Code { get; set; } = "";

        public string Kind { get; set; } = "";

        public bool Sensitive { get; set; }
    }
}
