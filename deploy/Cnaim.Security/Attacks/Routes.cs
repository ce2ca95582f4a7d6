using System.Globalization;
using Cnaim.Security.Calls;

namespace Cnaim.Security.Attacks;

/// <summary>S25: versions, routes and verbs that do not exist.</summary>
internal static class Routes
{
    public static IEnumerable<Attack> All { get; } =
    [
        Send("an old version", HttpMethod.Get, "/api/health/v0/referrals?direction=received", "404"),
        Send("a route that no document names", HttpMethod.Get, "/api/health/v1/export", "404"),
        Send("a debug route", HttpMethod.Get, "/api/health/debug", "404"),
        Send("DELETE of people", HttpMethod.Delete, Steps.People, "405"),
        Send("TRACE", HttpMethod.Trace, Steps.People, "405"),
        Send("a verb of one's own", new HttpMethod("EXPORT"), Steps.People, "405"),
        Send("the operator's route as an agent", HttpMethod.Get, "/api/health/operator/outbox", "403"),
    ];

    private static Attack Send(string what, HttpMethod method, string path, string expected) => new("S25", what, expected, async (attacker, cancellationToken) =>
        (await attacker.SendAsync(Identity.Health, method, path, null, cancellationToken)).Status.ToString(CultureInfo.InvariantCulture));
}
