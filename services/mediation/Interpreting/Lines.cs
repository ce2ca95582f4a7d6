using System.Runtime.InteropServices;
using Cnaim.Mediation.Matching;

namespace Cnaim.Mediation.Interpreting;

/// <summary>Which provider takes a call, and when one does if none can; pure.</summary>
internal static class Lines
{
    /// <summary>The first provider, in the order of the contract, with a line and an interpreter of the language free for the whole call.</summary>
    /// <param name="providers">Who answers at all.</param>
    /// <param name="busy">Calls that are going on or promised, with their planned end.</param>
    /// <param name="language">The tag.</param>
    /// <param name="call">The call.</param>
    public static LineAnswer Assign(IEnumerable<InterpretingProvider> providers, IReadOnlyList<BusyLine> busy, string language, TimeSlot call)
    {
        var serving = providers.Where(provider => provider.Languages.Count is 0 || provider.Languages.Contains(language, StringComparer.Ordinal)).ToList();
        if (serving.FirstOrDefault(provider => IsFree(provider, busy, language, call)) is { } free)
        {
            return new LineAnswer(free.Code, NextFree: null);
        }

        // Something frees up only when a call ends.
        var length = call.Until - call.From;
        var ends = busy.Select(line => line.When.Until).Where(end => end > call.From).Order();
        foreach (var end in ends)
        {
            if (serving.Exists(provider => IsFree(provider, busy, language, new TimeSlot(end, end + length))))
            {
                return new LineAnswer(Provider: null, end);
            }
        }

        return new LineAnswer(Provider: null, NextFree: null);
    }

    private static bool IsFree(InterpretingProvider provider, IReadOnlyList<BusyLine> busy, string language, TimeSlot call)
    {
        var taken = busy.Where(line => string.Equals(line.Provider, provider.Code, StringComparison.Ordinal) && line.When.Overlaps(call)).ToList();
        return taken.Count < provider.Lines && taken.Count(line => string.Equals(line.Language, language, StringComparison.Ordinal)) < provider.PerLanguage;
    }
}

/// <summary>A line that is taken.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BusyLine(string Provider, string Language, TimeSlot When);

/// <summary>The provider, or when one is free; neither when nobody serves the language.</summary>
internal sealed record LineAnswer(string? Provider, DateTimeOffset? NextFree);
