namespace Cnaim.Subscriptions;

/// <summary>Part of a list; <c>next</c> is the <c>after</c> of the following part, null at the end.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Cuts one row more than the page takes.</summary>
    public static Page<T> Cut<TRow>(IReadOnlyList<TRow> rows, int size, Func<TRow, T> show, Func<TRow, string> cursorOf) =>
        new([.. rows.Take(size).Select(show)], rows.Count > size ? cursorOf(rows[size - 1]) : null);
}
