using System.Text.Json;

namespace Cnaim.Screening.Interviews;

/// <summary>An interview as stored; the answers are encrypted.</summary>
internal sealed record InterviewRow
{
    public required Guid InterviewId { get; init; }

    public required Guid PersonId { get; init; }

    public required string PersonRef { get; init; }

    public required string Language { get; init; }

    public required string Channel { get; init; }

    public required DateOnly Date { get; init; }

    public required string HeldBy { get; init; }

    public required byte[] Answers { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>An interview with its answers readable.</summary>
internal sealed record InterviewRecord(InterviewRow Row, IReadOnlyDictionary<string, JsonElement> Answers);
