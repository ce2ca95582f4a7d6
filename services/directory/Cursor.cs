using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Directory;

/// <summary>The parameters of the cursor rule: <c>?limit=&amp;after=</c>; without a limit the whole list.</summary>
internal readonly record struct Cursor(int? Limit, string? After)
{
    private const int Largest = 500;

    public Refusal? Check() => Limit is < 1 or > Largest ? DirectoryRefusals.UnknownLimit : null;

    /// <summary>What to read: one more than the page, to know whether there is a next one.</summary>
    public int? Read => Limit + 1;
}
