using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;

namespace Cnaim.Directory.FocalPoints;

/// <summary>What may be written about a focal point, and by whom; pure.</summary>
internal static class FocalPointRules
{
    private const int Shortest = 2;
    private const int Longest = 100;

    /// <summary>A coordinator is the centre's: every office there, and none elsewhere.</summary>
    public static bool MayWrite(RightsPolicy rights, Actor actor, string centre) => rights.ScopeOf(actor, Right.DirectoryChange) switch
    {
        RightScope.Network => true,
        RightScope.OwnCentre => string.Equals(actor.Centre, centre, StringComparison.Ordinal),
        _ => false,
    };

    public static Refusal? Check(NewFocalPoint added)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (added.Holder.Length is < Shortest or > Longest || added.Holder.Any(char.IsControl) || !string.Equals(added.Holder, added.Holder.Trim(), StringComparison.Ordinal))
        {
            errors["holder"] = [$"From {Shortest} to {Longest} characters, without blanks around them."];
        }

        if (added.ValidTo < added.ValidFrom)
        {
            errors["validTo"] = ["Not before the first day."];
        }

        return errors.Count == 0 ? null : DirectoryRefusals.FocalPointInvalid.With(errors);
    }

    /// <summary>An end is never put off, and never in the past: that somebody was reminded stays true.</summary>
    public static Refusal? CheckEnd(FocalPoint current, DateOnly lastDay, DateOnly today)
    {
        var error = lastDay < current.ValidFrom.AddDays(-1) ? "Not before it begins."
            : lastDay > current.ValidTo ? "An end is not put off; add another one."
            : lastDay < today.AddDays(-1) ? "Not in the past."
            : null;
        return error is null ? null : DirectoryRefusals.FocalPointInvalid.With(new(StringComparer.Ordinal) { ["lastDay"] = [error] });
    }

    public static Refusal With(this Refusal refusal, Dictionary<string, string[]> errors) =>
        refusal with { Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors } };
}
