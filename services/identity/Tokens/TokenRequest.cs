using System.Text;

namespace Cnaim.Identity.Tokens;

/// <summary>A token request as RFC 6749 writes it: the form, and the client from the Basic header or from the form, never from both.</summary>
internal sealed record TokenRequest(string ClientId, string ClientSecret, bool UsedBasic, IReadOnlyDictionary<string, string> Form)
{
    /// <summary>The signed assertion of a client that shows no secret (RFC 7523).</summary>
    public string? Assertion { get; init; }

    public const string ClientCredentials = "client_credentials";
    private const string Basic = "Basic ";

    public static async Task<(TokenRequest? Request, TokenError? Error)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return (null, TokenError.InvalidRequest("Send a form (application/x-www-form-urlencoded)."));
        }

        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            return (null, TokenError.InvalidRequest("Send few parameters of text without NUL."));
        }

        if (form.Any(field => field.Value.Count > 1) || form.Files.Count > 0)
        {
            return (null, TokenError.InvalidRequest("Send each parameter once."));
        }

        return Identify(
            request.Headers.Authorization.ToString(),
            form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
    }

    private static (TokenRequest? Request, TokenError? Error) Identify(string authorization, Dictionary<string, string> form)
    {
        if (form.TryGetValue("client_assertion", out var assertion))
        {
            return authorization.Length > 0 || form.ContainsKey("client_secret") || !string.Equals(form.GetValueOrDefault("client_assertion_type"), Clients.ClientAssertion.Type, StringComparison.Ordinal)
                ? (null, TokenError.InvalidRequest("Send client_assertion with client_assertion_type=" + Clients.ClientAssertion.Type + " and no other proof of the client."))
                : (new TokenRequest("", "", UsedBasic: false, form) { Assertion = assertion }, null);
        }

        if (authorization.Length == 0)
        {
            return form.TryGetValue("client_id", out var id) && form.TryGetValue("client_secret", out var secret)
                ? (new TokenRequest(id, secret, UsedBasic: false, form), null)
                : (null, TokenError.InvalidClient);
        }

        if (form.ContainsKey("client_secret"))
        {
            return (null, TokenError.InvalidRequest("Name the client in the Authorization header or in the form, not in both."));
        }

        return ReadBasic(authorization) is var (clientId, clientSecret)
            ? (new TokenRequest(clientId, clientSecret, UsedBasic: true, form), null)
            : (null, TokenError.InvalidClient);
    }

    private static (string Id, string Secret)? ReadBasic(string authorization)
    {
        if (!authorization.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var buffer = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization[Basic.Length..].Trim(), buffer, out var written))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(buffer, 0, written);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 || text.Contains('\0', StringComparison.Ordinal) ? null : (Decode(text[..colon]), Decode(text[(colon + 1)..]));
    }

    private static string Decode(string value) => Uri.UnescapeDataString(value.Replace('+', ' '));
}
