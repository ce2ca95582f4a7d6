using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cnaim.Security.Calls;

namespace Cnaim.Security.Attacks;

/// <summary>S1: tokens that are missing, changed or made up, at the gateway and past it at every service's own port.</summary>
internal static class StolenTokens
{
    public static IEnumerable<Attack> All { get; } =
    [
        .. Everywhere("no token", (_, _) => Task.FromResult<string?>(null)),
        .. Everywhere("a token whose signature was changed", async (attacker, _) => ChangeSignature(await attacker.TokenAsync(Identity.Reception))),
        .. Everywhere("a token without signature (alg none)", async (attacker, _) => Unsigned(await attacker.TokenAsync(Identity.Reception))),
        .. Everywhere("a token signed with the public key as a secret (HS256)", ConfuseAsync),
        .. Everywhere("a token signed with a key of one's own under the real key's id", ForgeAsync),
        .. Everywhere("a token whose role was raised", async (attacker, _) => Raise(await attacker.TokenAsync(Identity.Reception))),
        new Attack("S1", "the gateway's token directly at every service's own port", "401", async (attacker, cancellationToken) =>
            await AtEachServiceAsync(attacker, await attacker.TokenAsync(Identity.Reception), cancellationToken)),
    ];

    private static IEnumerable<Attack> Everywhere(string what, Func<Attacker, CancellationToken, Task<string?>> make) =>
    [
        new("S1", what + ", at the gateway", "401", async (attacker, cancellationToken) =>
        {
            var token = await make(attacker, cancellationToken);
            var path = new Uri(attacker.Target.Gateway, Steps.People);
            return (await attacker.SendAsync(new Call(HttpMethod.Post, path) { Token = token, Body = """{"givenNames":"Urze"}""" }, cancellationToken)).Status.ToString(CultureInfo.InvariantCulture);
        }),
        new("S1", what + ", at every service's own port", "401", async (attacker, cancellationToken) => await AtEachServiceAsync(attacker, await make(attacker, cancellationToken), cancellationToken)),
    ];

    private static async Task<string> AtEachServiceAsync(Attacker attacker, string? token, CancellationToken cancellationToken)
    {
        var answers = new SortedSet<int>();
        foreach (var (code, address) in attacker.Target.Services.Where(service => service.Key is not "gateway"))
        {
            var path = code switch { "screening" => "/v1/people/AAAAAAAAAAAAAAAAAAAAAAAAAA", "directory" => "/v1/centres", "mediation" => "/v1/bookings", "subscriptions" => "/v1/endpoints", "identity" => "/v1/staff/changes", _ => "/v1/referrals?direction=received" };
            answers.Add((await attacker.SendAsync(new Call(HttpMethod.Get, new Uri(address, path)) { Token = token }, cancellationToken)).Status);
        }

        return string.Join(", ", answers);
    }

    private static string ChangeSignature(string token) => token[..^6] + (token.EndsWith("AAAAAA", StringComparison.Ordinal) ? "BBBBBB" : "AAAAAA");

    private static string Unsigned(string token) => Encode("""{"alg":"none","typ":"at+jwt"}""") + "." + token.Split('.')[1] + ".";

    private static string Raise(string token)
    {
        var parts = token.Split('.');
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        claims["role"] = "administrator";
        return $"{parts[0]}.{Encode(claims.ToJsonString())}.{parts[2]}";
    }

    private static async Task<string?> ConfuseAsync(Attacker attacker, CancellationToken cancellationToken)
    {
        var key = await PublicKeyAsync(attacker, cancellationToken);
        using var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Base64Url.DecodeFromChars(key["x"]!.ToString()), Y = Base64Url.DecodeFromChars(key["y"]!.ToString()) } });
        var signed = Encode($$"""{"alg":"HS256","typ":"at+jwt","kid":"{{key["kid"]}}"}""") + "." + (await attacker.TokenAsync(Identity.Reception)).Split('.')[1];
        return signed + "." + Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(ecdsa.ExportSubjectPublicKeyInfoPem()), Encoding.ASCII.GetBytes(signed)));
    }

    private static async Task<string?> ForgeAsync(Attacker attacker, CancellationToken cancellationToken)
    {
        var key = await PublicKeyAsync(attacker, cancellationToken);
        var signed = Encode($$"""{"alg":"ES256","typ":"at+jwt","kid":"{{key["kid"]}}"}""") + "." + (await attacker.TokenAsync(Identity.Reception)).Split('.')[1];
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return signed + "." + Base64Url.EncodeToString(own.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256));
    }

    private static async Task<JsonNode> PublicKeyAsync(Attacker attacker, CancellationToken cancellationToken) =>
        (await attacker.SendAsync(new Call(HttpMethod.Get, new Uri(attacker.Target.Gateway, "/.well-known/jwks.json")), cancellationToken)).Must(200).Json["keys"]![0]!;

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
