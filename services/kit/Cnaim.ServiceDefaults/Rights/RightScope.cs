namespace Cnaim.ServiceDefaults.Rights;

/// <summary>How far a right reaches; a wider one is a larger number, except that aggregates contain no record.</summary>
public enum RightScope
{
    /// <summary>The right is not given.</summary>
    None,

    /// <summary>Sums above the threshold, and no record.</summary>
    Aggregate,

    /// <summary>Records that the caller holds himself.</summary>
    OwnCases,

    /// <summary>Records of the caller's office at the caller's centre.</summary>
    OwnCentre,

    /// <summary>Records of the caller's office at every centre.</summary>
    OwnOffice,

    /// <summary>What belongs to the whole network and to no person.</summary>
    Network,
}
