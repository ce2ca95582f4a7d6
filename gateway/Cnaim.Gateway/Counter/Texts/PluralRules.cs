namespace Cnaim.Gateway.Counter.Texts;

/// <summary>
/// Which form of a text a count takes: the cardinal rules of CLDR (release 48) for the languages of the counter, for whole numbers, since nothing here counts in parts.
/// A language without rules there (Guinean Creole, Mandinka) has one form, as CLDR's root says.
/// </summary>
internal static class PluralRules
{
    public const string Other = "other";
    private const string Zero = "zero";
    private const string One = "one";
    private const string Two = "two";
    private const string Few = "few";
    private const string Many = "many";

    /// <summary>The forms that a language has, for tests of texts.</summary>
    public static IReadOnlyList<string> FormsOf(string language) => Root(language) switch
    {
        "ar" => [Zero, One, Two, Few, Many, Other],
        "ru" or "uk" => [One, Few, Many, Other],
        "ro" => [One, Few, Other],
        "pt-PT" or "es" or "fr" => [One, Many, Other],
        "en" or "ff" => [One, Other],
        _ => [Other],
    };

    /// <param name="language">A tag; never bare <c>pt</c>, which is Brazil's in CLDR and takes 0 as singular.</param>
    /// <param name="count">How many.</param>
    public static string Of(string language, long count)
    {
        var n = Math.Abs(count);
        return (Root(language), n) switch
        {
            ("pt-PT" or "es" or "en", 1) or ("fr" or "ff", 0 or 1) => One,
            ("pt-PT" or "es" or "fr", > 0) when n % 1_000_000 == 0 => Many,
            ("ro", _) => n == 1 ? One : n == 0 || n % 100 is >= 1 and <= 19 ? Few : Other,
            ("ru" or "uk", _) => Slavic(n),
            ("ar", _) => Arabic(n),
            _ => Other,
        };
    }

    private static string Slavic(long n) => (n % 10, n % 100) switch
    {
        (1, not 11) => One,
        ( >= 2 and <= 4, not (>= 12 and <= 14)) => Few,
        _ => Many,
    };

    private static string Arabic(long n) => (n, n % 100) switch
    {
        (0, _) => Zero,
        (1, _) => One,
        (2, _) => Two,
        (_, >= 3 and <= 10) => Few,
        (_, >= 11) => Many,
        _ => Other,
    };

    // Regions share the rules of their language, but for Portuguese.
    private static string Root(string language) => language switch
    {
        "pt-PT" => language,
        "pt" => throw new ArgumentException("Say pt-PT: bare pt has other rules.", nameof(language)),
        _ => language.Split('-')[0],
    };
}
