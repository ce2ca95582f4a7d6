namespace Cnaim.OfficeKit;

/// <summary>Whose data an office's own feature forgets.</summary>
/// <param name="References">The person as this office knows them; empty where cases alone are forgotten, at the end of their retention.</param>
/// <param name="Cases">The person's cases that no law keeps.</param>
public sealed record ErasureTarget(IReadOnlyCollection<string> References, IReadOnlyCollection<Guid> Cases);
