namespace Cnaim.Mediation.Phrases;

/// <summary>The data file.</summary>
internal sealed record PhraseDocument
{
    public required IReadOnlyList<PhraseLanguage> Languages { get; init; }

    /// <summary>Tags whose text is that of another one.</summary>
    public required IReadOnlyDictionary<string, string> SameAs { get; init; }

    public required IReadOnlyList<PhraseTheme> Themes { get; init; }
}

/// <summary>The state of the texts of one language.</summary>
internal sealed record PhraseLanguage
{
    public required string Tag { get; init; }

    /// <summary><c>original</c>, <c>draft</c>, <c>reviewed</c> or <c>missing</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>Who reviewed the texts; null as long as nobody has.</summary>
    public string? Reviewer { get; init; }

    public DateOnly? ReviewedOn { get; init; }
}

/// <summary>Phrases that belong together.</summary>
internal sealed record PhraseTheme
{
    public required string Key { get; init; }

    public required IReadOnlyList<Phrase> Phrases { get; init; }
}

/// <summary>A phrase by tag.</summary>
internal sealed record Phrase
{
    public required string Key { get; init; }

    public required IReadOnlyDictionary<string, string> Text { get; init; }
}
