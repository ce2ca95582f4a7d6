using System.Globalization;
using System.Text.Json.Nodes;

namespace Cnaim.Security.Calls;

/// <summary>What an attack begins with: a person, a consent, a referral that arrived.</summary>
internal static class Steps
{
    public const string People = "/api/screening/v1/people";

    public static async Task<string> RegisterAsync(this Attacker attacker, string name, CancellationToken cancellationToken) =>
        (await attacker.SendAsync(Identity.Reception, HttpMethod.Post, People, new JsonObject { ["givenNames"] = name }, cancellationToken)).Must(201).Id;

    public static JsonObject Referral(string personId) => new()
    {
        ["personId"] = personId,
        ["receiver"] = new JsonObject { ["office"] = "health", ["centre"] = "cnaim-lisboa" },
        ["request"] = "health.user-number",
        ["issues"] = new JsonArray("numbers.health-user"),
        ["priority"] = "routine",
        ["categories"] = new JsonArray("identity", "contact"),
    };

    public static async Task<string> ConsentingPersonAsync(this Attacker attacker, CancellationToken cancellationToken)
    {
        var personId = await attacker.RegisterAsync("Urze", cancellationToken);
        var consent = new JsonObject
        {
            ["personId"] = personId,
            ["recipients"] = new JsonArray("health"),
            ["purposes"] = new JsonArray("resolve-issue"),
            ["categories"] = new JsonArray("identity", "contact"),
            ["validTo"] = TimeProvider.System.GetUtcNow().AddDays(30).ToString("O", CultureInfo.InvariantCulture),
            ["language"] = "por",
            ["evidence"] = "signature",
        };
        (await attacker.SendAsync(Identity.Reception, HttpMethod.Post, "/api/screening/v1/consents", consent, cancellationToken)).Must(201);
        return personId;
    }

    /// <summary>A referral of the reception in Lisbon that the health office there has received.</summary>
    public static async Task<string> ReferAsync(this Attacker attacker, CancellationToken cancellationToken)
    {
        var personId = await attacker.ConsentingPersonAsync(cancellationToken);
        var id = (await attacker.SendAsync(Identity.Reception, HttpMethod.Post, "/api/reception/v1/referrals", Referral(personId), cancellationToken)).Must(201).Id;
        for (var attempt = 0; attempt < 400; attempt++)
        {
            if ((await attacker.SendAsync(Identity.Health, HttpMethod.Get, $"/api/health/v1/referrals/{id}", null, cancellationToken)).Status is 200)
            {
                return id;
            }

            await Task.Delay(50, cancellationToken);
        }

        throw new InvalidOperationException("The attack could not be prepared: the referral did not arrive within 20 seconds.");
    }

    /// <summary>A case of the health office in Lisbon.</summary>
    public static async Task<string> OpenCaseAsync(this Attacker attacker, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["personId"] = new string('A', 26), ["request"] = "health.user-number" };
        return (await attacker.SendAsync(Identity.Health, HttpMethod.Post, "/api/health/v1/cases", body, cancellationToken)).Must(201).Id;
    }

    public static Task<Reply> MoveAsync(this Attacker attacker, Identity identity, string id, string action, JsonObject? body, CancellationToken cancellationToken) =>
        attacker.SendAsync(identity, HttpMethod.Post, $"/api/{identity.Office}/v1/referrals/{id}/{action}", body ?? [], cancellationToken);
}
