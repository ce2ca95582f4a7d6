using System.Text.Json;
using Cnaim.Identity.Tokens;

namespace Cnaim.Identity.Exchange;

/// <summary>What a proof says: who, what he may ask for, until when, and who acted for him before.</summary>
internal sealed record SubjectProof(TokenSubject Subject, string Scope, DateTimeOffset EndsAt)
{
    /// <summary>The acting party of the token that was exchanged; null when there was none.</summary>
    public JsonElement? Before { get; init; }

    /// <summary>The acting party of the next token: this service, and behind it who acted before.</summary>
    public IDictionary<string, object> ActingParty(string service)
    {
        var act = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = service };
        if (Before is { } before)
        {
            act["act"] = before;
        }

        return act;
    }
}
