namespace Cnaim.Gateway.Counter.Calls;

/// <summary>A call of a page to a service: what partners call, at the same address.</summary>
internal sealed record ServiceRequest(string Service, HttpMethod Method, string Path)
{
    public object? Body { get; init; }

    /// <summary>The form's own key: sent twice, it is done once.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The version that the person at the counter saw.</summary>
    public string? IfMatch { get; init; }

    /// <summary>What the data is looked at for; a code of domain.md section 3.</summary>
    public string? Purpose { get; init; }

    /// <summary>How long to wait, where something outside is waited for; null for the usual time.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>Goes without a token although there is a session, which identity would not exchange now.</summary>
    public bool IsAnonymous { get; init; }
}
