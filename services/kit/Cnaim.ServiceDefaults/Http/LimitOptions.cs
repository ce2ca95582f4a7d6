using System.ComponentModel.DataAnnotations;

namespace Cnaim.ServiceDefaults.Http;

/// <summary>What a client may send (section <c>Limits</c>).</summary>
public sealed class LimitOptions
{
    /// <summary>Largest request body in bytes; default 256 KiB. An endpoint with a <c>RequestSizeLimit</c> has its own; gRPC limits its messages itself.</summary>
    [Range(1024, 1 << 30)]
    public long BodyBytes { get; set; } = 256 * 1024;

    /// <summary>Deepest nesting of a JSON body; default 32.</summary>
    [Range(1, 64)]
    public int JsonDepth { get; set; } = 32;

    /// <summary>Most items of one JSON array; default 10 000.</summary>
    [Range(1, 1_000_000)]
    public int ArrayItems { get; set; } = 10_000;

    /// <summary>Requests a second of one client (token subject, or address without a token); default 100. Services calling on their own behalf are not limited.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; set; } = 100;
}
