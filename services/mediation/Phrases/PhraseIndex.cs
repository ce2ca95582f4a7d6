namespace Cnaim.Mediation.Phrases;

/// <summary>The themes, and the languages with what is there of them.</summary>
internal sealed record PhraseIndex(IReadOnlyList<string> Themes, IReadOnlyList<LanguageOnBoard> Languages);

/// <summary>A language of the board.</summary>
/// <param name="Tag">For <c>/v1/phrases/{lang}</c>.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Dir"><c>ltr</c> or <c>rtl</c>.</param>
/// <param name="Origin"><c>original</c>, <c>draft</c>, <c>reviewed</c> or <c>missing</c>.</param>
/// <param name="Reviewer">Null as long as nobody has reviewed it.</param>
internal sealed record LanguageOnBoard(string Tag, string Name, string Dir, string Origin, string? Reviewer);
