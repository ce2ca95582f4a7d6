using System.Net.Http.Json;
using System.Text.Json;

namespace Cnaim.Launcher;

/// <summary>Tokens of demo identities, from the sandbox client of identity.</summary>
/// <param name="identity">Address of identity or of the gateway.</param>
/// <param name="sandboxSecret">Secret of the client <c>sandbox</c>.</param>
public sealed class DemoTokens(string identity, string sandboxSecret)
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>A token of ten minutes.</summary>
    /// <param name="office">Code of the office.</param>
    /// <param name="centre">Code of the centre.</param>
    /// <param name="role">The role; null takes identity's default, an office agent.</param>
    /// <param name="audience">Code of the one service that shall accept it; null for a token that the gateway accepts.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="LauncherException">Identity refuses or does not answer.</exception>
    public async Task<string> GetAsync(string office, string centre, string? role = null, string? audience = null, CancellationToken cancellationToken = default)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "sandbox",
            ["client_secret"] = sandboxSecret,
            ["office"] = office,
            ["centre"] = centre,
        };
        if (role is not null)
        {
            form["role"] = role;
        }

        if (audience is not null)
        {
            form["audience"] = audience;
        }

        try
        {
            using var content = new FormUrlEncodedContent(form);
            using var answer = await Client.PostAsync(new Uri(identity + "/connect/token"), content, cancellationToken);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            return answer.IsSuccessStatusCode ? body.GetProperty("access_token").GetString()! : throw Refused(body);
        }
        catch (Exception silent) when (silent is HttpRequestException or JsonException)
        {
            throw new LauncherException(LauncherProblem.Failed, "Identity does not answer; see ./cnaim status and ./cnaim logs identity.", silent);
        }
    }

    private static LauncherException Refused(JsonElement body) => new(
        LauncherProblem.Usage, body.TryGetProperty("error_description", out var text) ? text.GetString()! : "Identity refused the token; is CNAIM_MODE sandbox?");
}
