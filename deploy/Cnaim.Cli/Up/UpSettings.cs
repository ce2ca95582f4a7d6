using System.Globalization;
using Cnaim.Launcher;

namespace Cnaim.Cli.Up;

/// <summary>Options and environment of <c>./cnaim up</c>.</summary>
internal sealed record UpSettings
{
    public IReadOnlyList<string>? Only { get; init; }

    public bool Detach { get; init; }

    public bool Supervised { get; init; }

    public bool MayInstall { get; init; } = true;

    public bool Json { get; init; }

    public PlatformOptions ToOptions(PlatformLayout layout) => new()
    {
        Home = layout.Home,
        Only = Only,
        GatewayPort = Port("CNAIM_GATEWAY_PORT", 8080),
        GatewayGrpcPort = Port("CNAIM_GATEWAY_GRPC_PORT", 8081),
        Mode = Variable("CNAIM_MODE") ?? "sandbox",
        Postgres = Variable("CNAIM_POSTGRES"),
        RabbitMq = Variable("CNAIM_RABBITMQ"),
        Environment = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal) { ["*"] = Telemetry() },
    };

    // Services start with an empty environment: they get where telemetry goes, as it is, and what was given to each (GivenSettings).
    private static Dictionary<string, string> Telemetry() => System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
        .Where(variable => ((string)variable.Key).StartsWith("OTEL_", StringComparison.Ordinal))
        .ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!, StringComparer.Ordinal);

    private static int Port(string name, int otherwise) => Variable(name) switch
    {
        null => otherwise,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 0 and <= 65_535 => port,
        var text => throw new LauncherException(LauncherProblem.Usage, $"{name} is '{text}'; set it to a port number, or to 0 for a free one."),
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
