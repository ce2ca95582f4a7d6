namespace Cnaim.Mediation.Phrases;

/// <summary>The board of one language.</summary>
/// <param name="Asked">The tag of the address.</param>
/// <param name="Name">The language's own name.</param>
/// <param name="Origin"><c>original</c>, <c>draft</c>, <c>reviewed</c> or <c>missing</c>.</param>
/// <param name="Reviewer">Null as long as nobody has reviewed it.</param>
/// <param name="ReviewedOn">When.</param>
/// <param name="Marker"><c>ask-a-mediator</c> where the texts are the originals; otherwise null.</param>
/// <param name="Themes">The phrases.</param>
/// <param name="Missing">Keys that are shown in Portuguese because there is no text.</param>
internal sealed record PhraseBoard(
    string Asked, string Name, string Origin, string? Reviewer, DateOnly? ReviewedOn, string? Marker, IReadOnlyList<BoardTheme> Themes, IReadOnlyList<string> Missing);

/// <summary>Phrases that belong together.</summary>
internal sealed record BoardTheme(string Key, IReadOnlyList<BoardPhrase> Phrases);

/// <summary>A phrase: the original for the counter, the text for the person, and a recording where there is one.</summary>
internal sealed record BoardPhrase(string Key, string Portuguese, BoardText Text, string? Audio);

/// <summary>A text with the language and direction that it really has.</summary>
internal sealed record BoardText(string Lang, string Dir, string Value);
