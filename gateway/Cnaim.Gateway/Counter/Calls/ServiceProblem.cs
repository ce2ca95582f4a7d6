using System.Net;
using System.Text.Json.Serialization;

namespace Cnaim.Gateway.Counter.Calls;

/// <summary>Why a service did not do what it was asked.</summary>
internal sealed record ServiceProblem
{
    public const string SilentCode = "service-silent";
    private const string Urn = "urn:cnaim:problem:";

    public static readonly ServiceProblem Silent = new() { Type = Urn + SilentCode, Status = (int)HttpStatusCode.ServiceUnavailable };

    public string Type { get; init; } = "about:blank";

    public int Status { get; init; }

    public string? Detail { get; init; }

    /// <summary>What is wrong with which field.</summary>
    [JsonConverter(typeof(ProblemErrors))]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public string Code => Type.StartsWith(Urn, StringComparison.Ordinal) ? Type[Urn.Length..] : Type;

    public bool IsMissing => Status is 403 or 404;

    public bool IsStale => Status is 412;

    public bool IsSilent => Status is 502 or 503 or 504;
}
