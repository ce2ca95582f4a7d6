namespace Cnaim.Identity.RightsFeed;

/// <summary>Whose tokens are to be forgotten, and the number to ask after next.</summary>
internal sealed record RightsChangeList(long Last, IReadOnlyList<string> Subjects);
