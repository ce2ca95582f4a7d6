namespace Cnaim.Screening.People;

/// <summary>Dice similarity of the trigrams of two searchable names; each token is padded, so that the order of tokens does not matter.</summary>
internal static class Trigrams
{
    public static double Similarity(string left, string right)
    {
        var (mine, others) = (Of(left), Of(right));
        return mine.Count is 0 || others.Count is 0 ? 0 : 2.0 * mine.Count(others.Contains) / (mine.Count + others.Count);
    }

    private static HashSet<string> Of(string name)
    {
        var trigrams = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var padded = $"  {token} ";
            for (var start = 0; start + 3 <= padded.Length; start++)
            {
                trigrams.Add(padded.Substring(start, 3));
            }
        }

        return trigrams;
    }
}
