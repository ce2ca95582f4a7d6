using System.Text.Json;

namespace Cnaim.Messaging.Contracts;

/// <summary>Takes the place of an event that an operator withdrew: same version, no effect, so that receivers advance.</summary>
internal sealed record StreamVoid
{
    public const string EventType = "pt.cnaim.stream.void.v1";

    public const string Urn = "urn:message:Cnaim.Messaging.Contracts:StreamVoid";

    /// <summary>The event type that it replaces: routing and rights stay those of the original.</summary>
    public required string Replaces { get; init; }

    public static string Replaced(ReadOnlySpan<byte> body) => JsonSerializer.Deserialize<StreamVoid>(body, MessageJson.Options)?.Replaces ?? throw new JsonException("A void without 'replaces'.");
}
