namespace Cnaim.Gateway.Counter.Pages.Phrases;

/// <summary>The phrases in one language; a language without texts has the Portuguese ones and says so.</summary>
internal sealed record PhraseBoard
{
    public required string Name { get; init; }

    /// <summary><c>original</c>, <c>draft</c>, <c>reviewed</c> or <c>missing</c>.</summary>
    public required string Origin { get; init; }

    public string? Marker { get; init; }

    public IReadOnlyList<BoardTheme> Themes { get; init; } = [];
}

/// <summary>Phrases that belong together.</summary>
internal sealed record BoardTheme(string Key, IReadOnlyList<BoardPhrase> Phrases);

/// <summary>A phrase: the original for the counter, the text for the person.</summary>
internal sealed record BoardPhrase(string Key, string Portuguese, BoardText Text)
{
    public string Id => Key.Replace('.', '-');
}

/// <summary>A text with the language and the direction that it really has.</summary>
internal sealed record BoardText(string Lang, string Dir, string Value);

/// <summary>The languages of the board.</summary>
internal sealed record PhraseIndex(IReadOnlyList<BoardLanguage> Languages);

/// <summary>A language by its own name, and what is there of it.</summary>
internal sealed record BoardLanguage(string Tag, string Name, string Dir, string Origin);
