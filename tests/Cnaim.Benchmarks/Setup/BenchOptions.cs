using Cnaim.Servers;

namespace Cnaim.Benchmarks.Setup;

/// <summary>What runs during a benchmark.</summary>
internal sealed record BenchOptions
{
    /// <summary>The folder with the published hosts.</summary>
    public required string App { get; init; }

    /// <summary>Codes of the services to start; null starts the whole platform.</summary>
    public required IReadOnlyList<string>? Services { get; init; }

    public QueueType QueueType { get; init; } = QueueType.Quorum;

    /// <summary>Database connections of each service: the protocol's 20; 8 is what is shipped.</summary>
    public const int Pool = 20;

    /// <summary>Settings of PostgreSQL.</summary>
    public IReadOnlyDictionary<string, string> Postgres { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Variables of single services, or of all under <c>*</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Environment { get; init; } = All();

    /// <summary>Logs at Warning, and no limit per client: one client stands for all desks of the network. Settings of the runtime are passed on, for profilers.</summary>
    public static Dictionary<string, IReadOnlyDictionary<string, string>> All() => new(StringComparer.Ordinal)
    {
        ["*"] = new Dictionary<string, string>(RuntimeSettings(), StringComparer.Ordinal)
        {
            ["Logging__LogLevel__Default"] = "Warning",
            ["Logging__LogLevel__Cnaim"] = "Warning",
            ["Limits__RequestsPerSecond"] = "1000000",
        },
    };

    private static IEnumerable<KeyValuePair<string, string>> RuntimeSettings() =>
        System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Select(entry => new KeyValuePair<string, string>((string)entry.Key, (string?)entry.Value ?? ""))
            .Where(entry => entry.Key.StartsWith("DOTNET_", StringComparison.Ordinal));
}
