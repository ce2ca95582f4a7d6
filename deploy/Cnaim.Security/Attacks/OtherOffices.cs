using System.Text.Json.Nodes;
using Cnaim.Security.Calls;

namespace Cnaim.Security.Attacks;

/// <summary>S2 and S3: somebody else's records by their id, and rights that the originating person does not have.</summary>
internal static class OtherOffices
{
    private static readonly string[] Actions = ["accept", "reject", "cancel", "enter-in-error"];

    public static IEnumerable<Attack> All { get; } =
    [
        Refused("S2", "another office reads a received referral at its own address", Identity.Education, id => $"/api/education/v1/referrals/{id}"),
        Refused("S2", "another office reads a received referral at the receiver's address", Identity.Education, id => $"/api/health/v1/referrals/{id}", "403"),
        Refused("S2", "another office reads a missing referral at the receiver's address", Identity.Education, _ => $"/api/health/v1/referrals/{Guid.CreateVersion7()}", "403"),
        Refused("S2", "the borders agency reads a received referral", Identity.Borders, id => $"/api/borders/v1/referrals/{id}"),
        Refused("S2", "another centre of the receiver reads it", Identity.Health with { Centre = "cnaim-porto" }, id => $"/api/health/v1/referrals/{id}"),
        Refused("S2", "another centre of the receiver reads what was disclosed with it", Identity.Health with { Centre = "cnaim-porto" }, id => $"/api/health/v1/referrals/{id}/snapshot"),
        Refused("S2", "another centre of the sender reads it", Identity.Reception with { Centre = "cnaim-porto" }, id => $"/api/reception/v1/referrals/{id}"),
        .. Moves(Identity.Education), .. Moves(Identity.Health with { Centre = "cnaim-porto" }),
        new("S2", "a hidden referral and a missing one, told apart by status, body or media type", "the same answer", HiddenAndMissingAsync),
        OtherPerson("another office reads a person by the sender's reference", Identity.Education, HttpMethod.Get, ""),
        OtherPerson("the borders agency reads a person", Identity.Borders, HttpMethod.Get, ""),
        OtherPerson("another office lists a person's consents", Identity.Education, HttpMethod.Get, "/consents"),
        OtherPerson("another office reads a person's process", Identity.Education, HttpMethod.Get, "/process"),
        new("S2", "another office interviews a person whom it does not know", "404", async (attacker, cancellationToken) =>
        {
            var body = new JsonObject { ["personId"] = await attacker.RegisterAsync("Urze", cancellationToken), ["language"] = "por", ["channel"] = "counter" };
            return Status(await attacker.SendAsync(Identity.Education, HttpMethod.Post, "/api/screening/v1/interviews", body, cancellationToken));
        }),
        OtherPersonDenied("S3", "a national manager reads a person", new Identity("reception", Role: "national-manager")),
        OtherPersonDenied("S3", "an auditor reads a person", new Identity("reception", Role: "auditor")),
        OtherPersonDenied("S3", "an administrator reads a person", new Identity("reception", Role: "administrator")),
        OtherPersonDenied("S3", "a partner client without the scope reads a person", new Identity("reception", Role: "partner-client", Scope: "directory.read")),
    ];

    private static Attack Refused(string row, string what, Identity identity, Func<string, string> path, string expected = "404") => new(row, what, expected, async (attacker, cancellationToken) =>
        Status(await attacker.SendAsync(identity, HttpMethod.Get, path(await attacker.ReferAsync(cancellationToken)), null, cancellationToken)));

    private static IEnumerable<Attack> Moves(Identity identity) => Actions.Select(action =>
        new Attack("S2", $"{identity.Office}@{identity.Centre} moves another's referral: {action}", "404", async (attacker, cancellationToken) =>
            Status(await attacker.MoveAsync(identity, await attacker.ReferAsync(cancellationToken), action, new JsonObject { ["statusReason"] = "other" }, cancellationToken))));

    private static Attack OtherPerson(string what, Identity identity, HttpMethod method, string rest) => new("S2", what, "404", async (attacker, cancellationToken) =>
        Status(await attacker.SendAsync(identity, method, $"{Steps.People}/{await attacker.RegisterAsync("Urze", cancellationToken)}{rest}", null, cancellationToken)));

    private static Attack OtherPersonDenied(string row, string what, Identity identity) => new(row, what, "403", async (attacker, cancellationToken) =>
        Status(await attacker.SendAsync(identity, HttpMethod.Get, $"{Steps.People}/{await attacker.RegisterAsync("Urze", cancellationToken)}", null, cancellationToken)));

    private static async Task<string> HiddenAndMissingAsync(Attacker attacker, CancellationToken cancellationToken)
    {
        var other = Identity.Health with { Centre = "cnaim-porto" };
        var hidden = await attacker.SendAsync(other, HttpMethod.Get, $"/api/health/v1/referrals/{await attacker.ReferAsync(cancellationToken)}", null, cancellationToken);
        var missing = await attacker.SendAsync(other, HttpMethod.Get, $"/api/health/v1/referrals/{Guid.CreateVersion7()}", null, cancellationToken);
        return string.Equals(WithoutTrace(hidden), WithoutTrace(missing), StringComparison.Ordinal) ? "the same answer" : $"{hidden.Text} and {missing.Text}";
    }

    // Of a problem, the trace id and the address asked for belong to the request and not to the record.
    private static string WithoutTrace(Reply reply)
    {
        var body = reply.Json.AsObject();
        body.Remove("traceId");
        body.Remove("instance");
        return $"{reply.Summary} {reply.MediaType} {body.ToJsonString()}";
    }

    private static string Status(Reply reply) => reply.Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
