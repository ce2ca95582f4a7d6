using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>Asks identity for tokens as this service's own client.</summary>
/// <param name="clients">The HTTP clients.</param>
/// <param name="identity">The service's own client.</param>
/// <param name="configuration">Names identity's address: <c>Services__identity__Http</c>.</param>
public sealed class TokenEndpoint(IHttpClientFactory clients, IOptions<IdentityOptions> identity, IConfiguration configuration)
{
    internal const string HttpClientName = "token-endpoint";
    private const string Exchange = "urn:ietf:params:oauth:grant-type:token-exchange";

    /// <summary>A token of this service for another service, on its own behalf.</summary>
    /// <param name="audience">The other service's code.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="InvalidOperationException">The service's client or identity's address is not configured.</exception>
    /// <exception cref="TokenRefusedException">Identity refused.</exception>
    /// <exception cref="HttpRequestException">Identity did not answer.</exception>
    public Task<IssuedToken> IssueAsync(string audience, CancellationToken cancellationToken) =>
        SendAsync("/connect/token", [new("grant_type", "client_credentials"), new("audience", audience)], cancellationToken);

    /// <summary>A token for another service in the name of whom a proof speaks for (RFC 8693).</summary>
    /// <param name="subject">The proof: a token addressed to this service, or a session.</param>
    /// <param name="type">One of <see cref="SubjectTokenType"/>.</param>
    /// <param name="audience">The other service's code.</param>
    /// <param name="purpose">What for, a code of domain.md section 3; null says nothing.</param>
    /// <param name="behind">For which ticket, case or referral (<see cref="WorkBehind"/>); null says nothing.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="InvalidOperationException">The service's client or identity's address is not configured.</exception>
    /// <exception cref="TokenRefusedException">Identity refused.</exception>
    /// <exception cref="HttpRequestException">Identity did not answer.</exception>
    public Task<IssuedToken> ExchangeAsync(string subject, string type, string audience, string? purpose, string? behind, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> form =
            [new("grant_type", Exchange), new("subject_token", subject), new("subject_token_type", type), new("audience", audience)];
        if (purpose is not null)
        {
            form.Add(new("purpose", purpose));
        }

        if (behind is not null)
        {
            form.Add(new("behind", behind));
        }

        return SendAsync("/connect/exchange", form, cancellationToken);
    }

    /// <summary>A request to identity with this service's own client as its <c>Authorization</c>.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path at identity.</param>
    public HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, Address(path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Credentials());
        return request;
    }

    private async Task<IssuedToken> SendAsync(string path, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(form);
        using var client = clients.CreateClient(HttpClientName);
        using var response = await client.SendAsync(request, cancellationToken);
        if ((int)response.StatusCode is 400 or 401)
        {
            throw new TokenRefusedException(await ReadErrorAsync(response, cancellationToken));
        }

        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<TokenAnswer>(cancellationToken) ?? throw new HttpRequestException("Identity answered nothing.");
        return new IssuedToken(answer.AccessToken, TimeSpan.FromSeconds(answer.ExpiresIn));
    }

    private static async Task<string> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return (await response.Content.ReadFromJsonAsync<ErrorAnswer>(cancellationToken))?.Error ?? "invalid_request";
        }
        catch (JsonException)
        {
            return "invalid_request";
        }
    }

    private Uri Address(string path) => new(
        new Uri(configuration["Services:identity:Http"] ?? throw new InvalidOperationException("Set Services__identity__Http to the address of identity.")),
        path);

    private string Credentials()
    {
        var client = identity.Value.Client;
        return client.Id.Length > 0 && client.Secret.Length > 0
            ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(client.Id)}:{Uri.EscapeDataString(client.Secret)}"))
            : throw new InvalidOperationException("Set Identity__Client__Id and Identity__Client__Secret to the service's own client.");
    }

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);

    private sealed record ErrorAnswer([property: JsonPropertyName("error")] string Error);
}
