using System.Collections.Frozen;

namespace Cnaim.Screening.Rules;

/// <summary>A question of the common interview.</summary>
internal sealed record Question
{
    public required int Index { get; init; }

    public required string Code { get; init; }

    public required QuestionType Type { get; init; }

    /// <summary>The option codes, of single and multi only.</summary>
    public required FrozenSet<string> Options { get; init; }

    public required bool MayDecline { get; init; }

    public required bool IsList { get; init; }

    /// <summary>When it is asked; null is always. Set after all questions are read.</summary>
    public Expression? ShowIf { get; set; }

    public bool IsDate => Type is QuestionType.Date or QuestionType.ApproximateDate;
}

internal enum QuestionType
{
    Single,
    Multi,
    Number,
    Date,
    ApproximateDate,
    Country,
    Language,
    Text,
}
