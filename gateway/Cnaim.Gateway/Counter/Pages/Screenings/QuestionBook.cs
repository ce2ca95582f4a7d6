using Cnaim.Gateway.Counter.Calls;

namespace Cnaim.Gateway.Counter.Pages.Screenings;

/// <summary>The common interview: blocks of questions with their texts.</summary>
internal sealed record QuestionBook(IReadOnlyList<Labelled> Blocks, IReadOnlyList<Question> Questions)
{
    /// <summary>The questions of today; null where screening is silent.</summary>
    public static async Task<QuestionBook?> ReadAsync(ServiceCalls calls, CancellationToken cancellationToken) =>
        (await calls.GetAsync<QuestionBook>("screening", "/v1/rules/questions", cancellationToken)).Value;
}

/// <summary>A question and what may be answered.</summary>
internal sealed record Question
{
    public required string Code { get; init; }

    public required string Block { get; init; }

    /// <summary>single, multi, number, text, date, approximate-date, country or language.</summary>
    public required string Type { get; init; }

    public required Translated Text { get; init; }

    public Translated? Why { get; init; }

    public bool Multiple { get; init; }

    public IReadOnlyList<Labelled> Options { get; init; } = [];

    public bool PreferNotToSay { get; init; }

    public bool IsChoice => Type is "single" or "multi";

    public bool IsMany => Multiple || Type is "multi";
}

/// <summary>A code with its label.</summary>
internal sealed record Labelled(string Code, Translated Label);

/// <summary>A text in the two languages of staff.</summary>
internal sealed record Translated(string Pt, string En)
{
    public string Shown => Words.Language.StartsWith("pt", StringComparison.Ordinal) ? Pt : En;
}
