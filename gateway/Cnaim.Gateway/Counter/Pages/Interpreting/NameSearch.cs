using Cnaim.Gateway.Counter.Pages.Mediators;

namespace Cnaim.Gateway.Counter.Pages.Interpreting;

/// <summary>Finds languages by what somebody types: any of their names, or a part of one; pure.</summary>
internal static class NameSearch
{
    /// <summary>The one that is called so; otherwise all whose names hold it.</summary>
    public static IReadOnlyList<Tongue> Of(IReadOnlyList<Tongue> tongues, string typed)
    {
        var text = SearchText.Fold(typed);
        var named = tongues.Where(tongue => NamesOf(tongue).Any(name => string.Equals(SearchText.Fold(name), text, StringComparison.Ordinal))).ToList();
        return text.Length == 0 ? [] : named.Count > 0 ? named : [.. tongues.Where(tongue => NamesOf(tongue).Any(name => SearchText.Holds(name, text)))];
    }

    // A code is no part of a name: it is typed whole or not at all.
    private static IEnumerable<string> NamesOf(Tongue tongue) => [tongue.Tag, tongue.NamePt, tongue.NameEn, tongue.NameNative];
}
