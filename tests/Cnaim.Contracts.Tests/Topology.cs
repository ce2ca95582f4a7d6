using Cnaim.Testing;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Cnaim.Contracts.Tests;

/// <summary>The broker's manifest as these tests read it, on purpose by code of their own.</summary>
internal sealed class Topology
{
    public Dictionary<string, string> Exchanges { get; set; } = [];

    public Dictionary<string, Kind> Kinds { get; set; } = [];

    public List<Service> Services { get; set; } = [];

    public static Topology Load() =>
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build()
            .Deserialize<Topology>(File.ReadAllText(Repository.At("deploy", "rabbitmq", "topology.yaml")));

    internal sealed class Kind
    {
        public Dictionary<string, List<string>> Sends { get; set; } = [];

        public List<string> Publishes { get; set; } = [];

        public List<string> Reads { get; set; } = [];
    }

    internal sealed class Service
    {
        public string Code { get; set; } = "";

        public string Kind { get; set; } = "";
    }
}
