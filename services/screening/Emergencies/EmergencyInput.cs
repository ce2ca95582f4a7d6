using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Emergencies;

/// <summary>Why a record is opened without consent, and whose: by the office's own reference or by a process number that was found on the person.</summary>
internal sealed record EmergencyInput
{
    private const int MaximumNote = 1000;

    public string? PersonId { get; init; }

    public string? ProcessNumber { get; init; }

    /// <summary>danger-to-life, danger-to-health, child-in-danger, missing-person or violence.</summary>
    public required string Reason { get; init; }

    /// <summary>What happened, in the words of who opens it; read by who confirms, stored encrypted.</summary>
    public required string Note { get; init; }

    public static IReadOnlyList<string> Reasons { get; } = ["danger-to-life", "danger-to-health", "child-in-danger", "missing-person", "violence"];

    public Refusal? Check()
    {
        var errors = new Errors();
        errors.AddUnless(string.IsNullOrEmpty(PersonId) != string.IsNullOrEmpty(ProcessNumber), "personId", "name either the person's reference or the process number");
        errors.AddUnless(Reasons.Contains(Reason, StringComparer.Ordinal), "reason", $"takes one of: {string.Join(", ", Reasons)}");
        errors.AddUnless(
            !string.IsNullOrWhiteSpace(Note) && Note.Length <= MaximumNote && Note.Chunk(100).All(part => AnswerText.IsClean(new string(part))),
            "note",
            $"takes 1 to {MaximumNote} characters without control characters");
        return errors.As(ScreeningRefusals.EmergencyInvalid);
    }
}
