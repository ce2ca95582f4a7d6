using Cnaim.OfficeKit.Calendar;

namespace Cnaim.OfficeKit.Directory;

/// <summary>How soon an office answers and solves (<c>GET /v1/deadlines</c>).</summary>
internal sealed record DeadlineEntry
{
    /// <summary>Null is any office.</summary>
    public string? Office { get; init; }

    /// <summary>Null is any request of the office.</summary>
    public string? Request { get; init; }

    public required string Priority { get; init; }

    public required DeadlineSpan Acknowledge { get; init; }

    public required DeadlineSpan Resolve { get; init; }
}
