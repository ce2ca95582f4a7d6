namespace Cnaim.Directory;

/// <summary>A list by the cursor rule: <c>next</c> is the <c>after</c> of the next page, null at the end.</summary>
internal sealed record ItemList<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Cuts a list that was read with one item more than asked for.</summary>
    public static ItemList<T> Of(IReadOnlyList<T> read, int? limit, Func<T, string> cursor) => limit is { } size && read.Count > size
        ? new ItemList<T>([.. read.Take(size)], cursor(read[size - 1]))
        : new ItemList<T>(read, null);
}
