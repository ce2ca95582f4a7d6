using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Cnaim.Subscriptions.Events;

/// <summary>An event as it leaves: CloudEvents 1.0, structured JSON.</summary>
internal sealed record CloudEvent
{
    public string Specversion { get; init; } = "1.0";

    public required string Id { get; init; }

    /// <summary>Level count: <c>urn:cnaim:network</c>; level status: the same with 16 hexadecimal digits that tell the streams of one subject apart; level party: the office.</summary>
    public required string Source { get; init; }

    public required string Type { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subject { get; init; }

    public required DateTimeOffset Time { get; init; }

    public string Datacontenttype { get; init; } = "application/json";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Dataschema { get; init; }

    /// <summary>Place among the events of this source and subject; absent for <c>specialised-support</c>, where several offices may stand behind one name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sequence { get; init; }

    /// <summary>DICO code; absent where it happened at no known centre.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Municipality { get; init; }

    /// <summary>The network's latest audit root, to be kept by the receiver: number and digest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Auditroot { get; init; }

    public JsonObject Data { get; init; } = [];
}
