namespace Cnaim.Gateway.Counter.Texts;

/// <summary>The file of texts for the person who is served.</summary>
internal sealed record PersonTextDocument(IReadOnlyList<PersonTextLanguage> Languages, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts);

/// <summary>The state of the texts of a language: <c>original</c>, <c>draft</c> or <c>reviewed</c>; the reviewer is null as long as nobody has read them.</summary>
internal sealed record PersonTextLanguage(string Tag, string Origin, string? Reviewer);
