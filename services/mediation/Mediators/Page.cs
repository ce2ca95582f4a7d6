namespace Cnaim.Mediation.Mediators;

/// <summary>One page of a list: <c>next</c> is the <c>after</c> of the next one, null at the end.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, Guid? Next)
{
    public static Page<T> Cut<TRow>(IReadOnlyList<TRow> rows, int limit, Func<TRow, T> item, Func<TRow, Guid> id) =>
        new([.. rows.Take(limit).Select(item)], rows.Count > limit ? id(rows[limit - 1]) : null);
}
