namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>Identity gives no token to this client, or none for this caller: his rights or his session have ended, or the token was not addressed to this service.</summary>
/// <param name="error">The error of RFC 6749, for example <c>invalid_grant</c>.</param>
public sealed class TokenRefusedException(string error) : HttpRequestException("Identity gave no token: " + error + ".", inner: null, System.Net.HttpStatusCode.BadRequest)
{
    /// <summary>The error of RFC 6749, for example <c>invalid_grant</c>.</summary>
    public string Error { get; } = error;
}
