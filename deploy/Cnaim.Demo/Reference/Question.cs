namespace Cnaim.Demo.Reference;

/// <summary>A question of the common interview, as far as an answering person needs it.</summary>
internal sealed record Question(string Code, string Block, string Type, bool Multiple, IReadOnlyList<string> Options, bool MayDecline);
