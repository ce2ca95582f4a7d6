using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Duplicates;

/// <summary>Decides about two records: who proposes a merge does not approve it; separating needs one person, as it opens nothing to anybody.</summary>
internal static class DuplicateRules
{
    /// <param name="present">What was said so far; null for nothing.</param>
    /// <param name="asked">The mark that is asked for, in which direction and by whom.</param>
    public static Decision<DuplicateMark> Decide(DuplicateMark? present, DuplicateMark asked) => (present, asked.Status) switch
    {
        (_, DuplicateMark.Distinct) => asked with { PersonDuplicateId = Id(present, asked), ProposedBy = present?.ProposedBy ?? asked.ProposedBy, DecidedBy = asked.ProposedBy },
        ({ Status: DuplicateMark.Proposed or DuplicateMark.Duplicate }, DuplicateMark.Unsure) => present,
        (_, DuplicateMark.Unsure) => asked with { PersonDuplicateId = Id(present, asked) },
        (null or { Status: DuplicateMark.Distinct or DuplicateMark.Unsure }, _) => asked with { PersonDuplicateId = Id(present, asked), Status = DuplicateMark.Proposed },
        ({ Status: DuplicateMark.Duplicate }, _) => present.KeptId == asked.KeptId ? present : ScreeningRefusals.DuplicateOtherwise,
        ({ } proposed, _) when proposed.KeptId != asked.KeptId => ScreeningRefusals.DuplicateOtherwise,
        ({ } proposed, _) when string.Equals(proposed.ProposedBy, asked.ProposedBy, StringComparison.Ordinal) => ScreeningRefusals.DuplicateSecondPerson,
        ({ } proposed, _) => proposed with { Status = DuplicateMark.Duplicate, DecidedBy = asked.ProposedBy },
    };

    private static Guid Id(DuplicateMark? present, DuplicateMark asked) => present?.PersonDuplicateId ?? asked.PersonDuplicateId;
}
