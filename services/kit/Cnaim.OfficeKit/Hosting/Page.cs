namespace Cnaim.OfficeKit.Hosting;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">The <c>after</c> of the next page; null on the last one.</param>
internal sealed record Page<TItem>(IReadOnlyList<TItem> Items, string? Next)
{
    /// <summary>Cuts the one row more that was read to know whether there is a next page.</summary>
    public static Page<TItem> Cut<TRow>(IReadOnlyList<TRow> rows, int limit, Func<TRow, TItem> item, Func<TRow, Guid> id) =>
        new([.. rows.Take(limit).Select(item)], rows.Count > limit ? Cursor.Of(id(rows[limit - 1])) : null);
}
