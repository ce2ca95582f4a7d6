using Cnaim.Directory.FocalPoints;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Directory.Notices;

/// <summary>What a notice must fulfil; pure.</summary>
internal static class NoticeRules
{
    private const int Shortest = 3;
    private const int Longest = 300;
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(31);

    public static Refusal? Check(NewNotice added, DateTimeOffset now)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (field, text) in new[] { ("pt", added.Pt), ("en", added.En) })
        {
            if (text.Trim().Length is < Shortest or > Longest || text.Any(char.IsControl))
            {
                errors[field] = [$"From {Shortest} to {Longest} characters, on one line."];
            }
        }

        if (added.ShownUntil <= added.ShownFrom || added.ShownUntil <= now || added.ShownUntil - added.ShownFrom > LongestTime)
        {
            errors["shownUntil"] = ["After the beginning and after now, at most 31 days later."];
        }

        return errors.Count == 0 ? null : DirectoryRefusals.NoticeInvalid.With(errors);
    }
}
