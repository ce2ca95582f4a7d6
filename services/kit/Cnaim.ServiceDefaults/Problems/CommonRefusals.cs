namespace Cnaim.ServiceDefaults.Problems;

/// <summary>The problem codes that every service may answer.</summary>
public static class CommonRefusals
{
    /// <summary>The request could not be read: a parameter is missing or has the wrong form.</summary>
    public static readonly Refusal MalformedRequest = new("malformed-request", 400, "A parameter is missing or has the wrong form.")
    {
        Fix = "Compare the path, the query and the body with the service's OpenAPI document. The member 'path' names the value, where it is known.",
    };

    /// <summary>The body is no strict JSON.</summary>
    public static readonly Refusal MalformedJson = new("malformed-json", 400, "The body is not valid JSON.")
    {
        Fix = "Send UTF-8 JSON without duplicate members, NaN, NUL characters or lone surrogates, at most 32 levels deep and with at most 10 000 items in an array.",
    };

    /// <summary>A value breaks a rule of the document; the member <c>errors</c> names each.</summary>
    public static readonly Refusal ValidationFailed = new("validation-failed", 400, "At least one value breaks a rule; 'errors' names each.");

    /// <summary>No token, or one that is not accepted.</summary>
    public static readonly Refusal NotAuthenticated = new("not-authenticated", 401, "Send a valid bearer token in the Authorization header.")
    {
        Fix = "Get a token at /connect/token. Tokens live 10 minutes, carry the audience 'cnaim' and are signed with ES256; they open the gateway only. Sign in again when your rights or your session have ended.",
    };

    /// <summary>The token is good, its role is not enough.</summary>
    public static readonly Refusal NotPermitted = new("not-permitted", 403, "The acting role may not do this.");

    /// <summary>Nothing here for this caller; an absent record and one of another office look the same.</summary>
    public static readonly Refusal NotFound = new("not-found", 404, "There is no such resource for this caller.");

    /// <summary>The resource exists, the method does not.</summary>
    public static readonly Refusal MethodNotAllowed = new("method-not-allowed", 405, "Use one of the methods in the Allow header.");

    /// <summary>Two changes met.</summary>
    public static readonly Refusal Conflict = new("conflict", 409, "The request conflicts with the present state; read it again.");

    /// <summary>The <c>If-Match</c> tag is not the present one.</summary>
    public static readonly Refusal StaleVersion = new("stale-version", 412, "The record has changed; read it again and send its new ETag in If-Match.");

    /// <summary>The body is larger than allowed.</summary>
    public static readonly Refusal BodyTooLarge = new("body-too-large", 413, "The body is larger than this service accepts (256 KiB unless it says otherwise).");

    /// <summary>The body's media type is not accepted.</summary>
    public static readonly Refusal UnsupportedMediaType = new("unsupported-media-type", 415, "Send the body as application/json.");

    /// <summary>An edit without <c>If-Match</c>.</summary>
    public static readonly Refusal IfMatchRequired = new("if-match-required", 428, "Send the ETag of the version you read in If-Match.");

    /// <summary>The client's rate is above its limit.</summary>
    public static readonly Refusal TooManyRequests = new("too-many-requests", 429, "Wait for the seconds of Retry-After, then try again.");

    /// <summary>The headers are larger than allowed.</summary>
    public static readonly Refusal HeadersTooLarge = new("headers-too-large", 431, "Send fewer or smaller headers.");

    /// <summary>A bug or an outage without a name; the trace id leads the operator to it.</summary>
    public static readonly Refusal InternalError = new("internal-error", 500, "The request failed; give the trace id to the operator.");

    /// <summary>The service behind the gateway does not answer.</summary>
    public static readonly Refusal ServiceUnreachable = new("service-unreachable", 502, "The service cannot be reached now; try again in a moment.");

    /// <summary>Something that this service needs does not answer.</summary>
    public static readonly Refusal Unavailable = new("unavailable", 503, "The service cannot answer now; try again after the seconds of Retry-After.");

    /// <summary>The service behind the gateway took too long.</summary>
    public static readonly Refusal ServiceTooSlow = new("service-too-slow", 504, "The service did not answer in time; whether the request took effect is unknown.")
    {
        Fix = "Read the resource before you repeat the request, or repeat it with the same Idempotency-Key.",
    };

    /// <summary>No signing key could be fetched yet, so that no token can be checked.</summary>
    public static readonly Refusal KeysUnavailable = new("keys-unavailable", 503, "Tokens cannot be checked now; try again after the seconds of Retry-After.");
}
