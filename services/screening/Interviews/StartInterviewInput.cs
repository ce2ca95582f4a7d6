namespace Cnaim.Screening.Interviews;

/// <summary>An interview to start.</summary>
internal sealed record StartInterviewInput
{
    public required string PersonId { get; init; }

    /// <summary>ISO 639-3.</summary>
    public required string Language { get; init; }

    public required string Channel { get; init; }

    /// <summary>The evaluation date; today when left out.</summary>
    public DateOnly? Date { get; init; }
}
