using System.Text.Json.Nodes;
using Cnaim.Security.Calls;

namespace Cnaim.Security.Attacks;

/// <summary>S5: members that nobody may set are ignored.</summary>
internal static class ExtraFields
{
    private static readonly string[] Forbidden = ["id", "processNumber", "status", "ownerOffice", "office", "role", "createdAt", "version", "acceptedAt"];

    public static IEnumerable<Attack> All { get; } =
    [
        new("S5", "a person with an id, a process number and an owner of one's own", "unchanged", async (attacker, cancellationToken) =>
        {
            var created = (await attacker.SendAsync(Identity.Reception, HttpMethod.Post, Steps.People, With(new JsonObject { ["givenNames"] = "Urze" }), cancellationToken)).Must(201);
            return Judge(created.Json);
        }),
        new("S5", "a referral that is completed already", "unchanged", async (attacker, cancellationToken) =>
        {
            var personId = await attacker.ConsentingPersonAsync(cancellationToken);
            var created = (await attacker.SendAsync(Identity.Reception, HttpMethod.Post, "/api/reception/v1/referrals", With(Steps.Referral(personId)), cancellationToken)).Must(201);
            return created.Json["status"]?.ToString() is "requested" ? Judge(created.Json) : "status " + created.Json["status"];
        }),
    ];

    private static JsonObject With(JsonObject body)
    {
        foreach (var member in Forbidden)
        {
            body[member] = "intruder";
        }

        return body;
    }

    private static string Judge(JsonNode answer) => answer.ToJsonString().Contains("intruder", StringComparison.Ordinal) ? answer.ToJsonString() : "unchanged";
}
