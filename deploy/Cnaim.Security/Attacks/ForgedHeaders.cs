using System.Globalization;
using Cnaim.Security.Calls;

namespace Cnaim.Security.Attacks;

/// <summary>S11: headers that only the inside may set give no rights.</summary>
internal static class ForgedHeaders
{
    private static readonly string[] Names = ["X-Forwarded-User", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-URL", "X-Office", "X-Role", "X-Cnaim-Actor", "Forwarded"];

    public static IEnumerable<Attack> All { get; } =
    [
        .. Names.Select(name => new Attack("S11", $"no token, but {name}", "401", (attacker, cancellationToken) => SendAsync(attacker, null, name, "administrator", cancellationToken))),
        new("S11", "another office's token with X-Forwarded-User and X-Office", "404", async (attacker, cancellationToken) =>
            await SendAsync(attacker, await attacker.TokenAsync(Identity.Education), "X-Office", "reception", cancellationToken)),
        new("S11", "a traceparent of 8 KB", "401", (attacker, cancellationToken) => SendAsync(attacker, null, "traceparent", new string('0', 8_000), cancellationToken)),
    ];

    private static async Task<string> SendAsync(Attacker attacker, string? token, string name, string value, CancellationToken cancellationToken)
    {
        var address = new Uri(attacker.Target.Gateway, $"{Steps.People}/{await attacker.RegisterAsync("Urze", cancellationToken)}");
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value };
        return (await attacker.SendAsync(new Call(HttpMethod.Get, address) { Token = token, Headers = headers }, cancellationToken)).Status.ToString(CultureInfo.InvariantCulture);
    }
}
