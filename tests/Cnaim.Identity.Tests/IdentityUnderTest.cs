using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Cnaim.Testing.Edge;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.Tests;

/// <summary>An identity service on a database, and how a client talks to it.</summary>
internal static class IdentityUnderTest
{
    public const string Issuer = "http://issuer.test";
    public const string HealthSecret = "h7Tq-2vLx9_Zr4Wm8Yk1Bn6Pc3Gd5Fs0";
    public const string GatewaySecret = "gP4v-8sLr1_Yc6Nm3Tk0Qx7Bd9Wz2Jh5";
    public const string TaxSecret = "t2Zc-5mHy8_Kd4Vf1Rj7Ls3Nb6Xg9Qw0";
    public const string SandboxSecret = "sandbox secret";

    public static Dictionary<string, string> Settings(string database, string mode = "sandbox") => new(StringComparer.Ordinal)
    {
        ["CNAIM_MODE"] = mode,
        ["ConnectionStrings__Database"] = database,
        ["Identity__Issuer"] = Issuer,
        ["Identity__Keys"] = "http://127.0.0.1:9/never-asked",
        ["Identity__Client__Id"] = "identity",
        ["Protection__Key"] = Convert.ToBase64String(new byte[32]),
        ["Seed__Clients__health"] = HealthSecret,
        ["Seed__Clients__gateway"] = GatewaySecret,
        ["Seed__Clients__tax"] = TaxSecret,
    };

    public static Dictionary<string, string> WithSandbox(this Dictionary<string, string> settings) =>
        new(settings, StringComparer.Ordinal) { ["Seed__Clients__sandbox"] = SandboxSecret };

    public static Task<ServiceProcess> StartAsync(Dictionary<string, string> settings) => ServiceProcess.StartAsync("identity", "Cnaim.Identity", settings);

    public static Task<HttpResponseMessage> AskAsync(this HttpClient client, string? basic, string form, string path = "/connect/token")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(form, new MediaTypeHeaderValue("application/x-www-form-urlencoded")) };
        if (basic is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(basic)));
        }

        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(status, text);
        return JsonElement.Parse(text);
    }

    public static async Task ShouldRefuseAsync(this HttpResponseMessage answer, int status, string error)
    {
        var json = await answer.JsonAsync(status);
        json.GetProperty("error").GetString().ShouldBe(error);
        answer.Headers.CacheControl?.NoStore.ShouldBeTrue();
    }

    /// <summary>Checks a token with the published keys only.</summary>
    public static async Task<TokenValidationResult> ReadTokenAsync(this HttpClient client, string token, string audience = "cnaim")
    {
        var keys = new JsonWebKeySet(await client.GetStringAsync("/.well-known/jwks.json", TestContext.Current.CancellationToken));
        return await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = audience,
            ValidAlgorithms = ["ES256"],
            IssuerSigningKeys = keys.Keys,
        });
    }

    public static async Task<IReadOnlyList<string>> KeyIdsAsync(this HttpClient client)
    {
        var keys = await client.GetFromJsonAsync<JsonElement>("/.well-known/jwks.json", TestContext.Current.CancellationToken);
        return [.. keys.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }
}
