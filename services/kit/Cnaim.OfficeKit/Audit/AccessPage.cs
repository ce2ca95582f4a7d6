namespace Cnaim.OfficeKit.Audit;

/// <summary>A page of accesses.</summary>
/// <param name="Items">Newest first, at most 200.</param>
/// <param name="Next">The value of <c>after</c> for the next page; null at the end.</param>
internal sealed record AccessPage(IReadOnlyList<Access> Items, string? Next);
