using System.Text.Json.Nodes;

namespace Cnaim.Cli.Sandbox;

/// <summary>What the order of an event is told by.</summary>
/// <param name="Id">The <c>webhook-id</c>.</param>
/// <param name="Source">CloudEvents source.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Sequence">Its place among the events of source and subject; null without one.</param>
/// <param name="Time">When it happened.</param>
internal sealed record SandboxEvent(string Id, string Source, string Subject, string? Sequence, DateTimeOffset Time)
{
    /// <summary>The event as it came; null for one that is about nothing, and so in no order.</summary>
    public static SandboxEvent? Read(string id, JsonNode? received) =>
        received?["subject"]?.GetValue<string>() is { } subject && received["time"]?.GetValue<DateTimeOffset>() is { } time
            ? new SandboxEvent(id, received["source"]?.GetValue<string>() ?? "", subject, received["sequence"]?.GetValue<string>(), time)
            : null;
}
