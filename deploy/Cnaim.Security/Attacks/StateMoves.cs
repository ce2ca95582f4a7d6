using System.Globalization;
using System.Text.Json.Nodes;
using Cnaim.Security.Calls;

namespace Cnaim.Security.Attacks;

/// <summary>S6 and S7: moves that skip, repeat or race.</summary>
internal static class StateMoves
{
    public static IEnumerable<Attack> All { get; } =
    [
        Move("complete before accept", Identity.Health, "complete", new JsonObject { ["outcome"] = "helped" }),
        Move("start before accept", Identity.Health, "start", []),
        Move("accept by the sender", Identity.Reception, "accept", []),
        new("S6", "accept twice", "200, 409 move-not-allowed", async (attacker, cancellationToken) =>
        {
            var id = await attacker.ReferAsync(cancellationToken);
            var first = await attacker.MoveAsync(Identity.Health, id, "accept", null, cancellationToken);
            return $"{first.Summary}, {(await attacker.MoveAsync(Identity.Health, id, "accept", null, cancellationToken)).Summary}";
        }),
        new("S7", "a hundred accepts of one referral at the same time", "1 x 200, 99 x 409", async (attacker, cancellationToken) =>
        {
            var id = await attacker.ReferAsync(cancellationToken);
            Identity[] desks = [.. Enumerable.Range(0, 10).Select(number => Identity.Health with { Desk = string.Create(CultureInfo.InvariantCulture, $"attack-{number}") })];
            var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => attacker.MoveAsync(desks[number % desks.Length], id, "accept", null, cancellationToken)));
            return string.Join(", ", replies.GroupBy(reply => reply.Status).OrderBy(group => group.Key).Select(group => $"{group.Count()} x {group.Key}"));
        }),
        new("S7", "an Idempotency-Key again with another body", "422 idempotency-key-reused", async (attacker, cancellationToken) =>
        {
            var (token, key) = (await attacker.TokenAsync(Identity.Reception), Guid.CreateVersion7().ToString());
            Task<Reply> PostAsync(string name) => attacker.SendAsync(
                new Call(HttpMethod.Post, new Uri(attacker.Target.Gateway, Steps.People)) { Token = token, Key = key, Body = new JsonObject { ["givenNames"] = name }.ToJsonString() }, cancellationToken);
            (await PostAsync("Urze")).Must(201);
            return (await PostAsync("Tojo")).Summary;
        }),
    ];

    private static Attack Move(string what, Identity identity, string action, JsonObject body) => new("S6", what, "409 move-not-allowed", async (attacker, cancellationToken) =>
        (await attacker.MoveAsync(identity, await attacker.ReferAsync(cancellationToken), action, (JsonObject)body.DeepClone(), cancellationToken)).Summary);
}
