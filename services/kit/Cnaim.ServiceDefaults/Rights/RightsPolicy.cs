using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.ServiceDefaults.Rights;

/// <summary>Answers who may do what at this service, for endpoints and for records; whatever the table does not give is refused.</summary>
public sealed class RightsPolicy
{
    private readonly string _service;
    private readonly RightsTable _table = RightsTable.Embedded;

    internal RightsPolicy(string service) => _service = service;

    /// <summary>How far the caller's right reaches here.</summary>
    /// <param name="actor">The caller.</param>
    /// <param name="right">One of <see cref="Right"/>.</param>
    /// <returns><see cref="RightScope.None"/> when the caller has not got it.</returns>
    public RightScope ScopeOf(Actor actor, string right)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (_table.Find(right) is not { } entry
            || !entry.Grants.TryGetValue(actor.Role, out var grant)
            || (entry.IsOwnOffice && !string.Equals(actor.Office, _service, StringComparison.Ordinal))
            || (grant.Scope is RightScope.OwnCentre && actor.Centre.Length == 0)
            || (grant.With is { } scope && !actor.HasScope(scope)))
        {
            return RightScope.None;
        }

        return grant.Scope;
    }

    /// <summary>Whether the caller may do it to one record. A record that he may not touch is answered like one that does not exist.</summary>
    /// <param name="actor">The caller.</param>
    /// <param name="right">One of <see cref="Right"/>.</param>
    /// <param name="office">The office that the record belongs to.</param>
    /// <param name="centre">The centre that the record belongs to.</param>
    /// <param name="heldBy">The subject who holds the record; null when nobody does.</param>
    public bool Allows(Actor actor, string right, string office, string centre, string? heldBy = null) => ScopeOf(actor, right) switch
    {
        RightScope.OwnCases => IsSame(actor.Office, office) && IsSame(actor.Centre, centre) && IsSame(actor.Subject, heldBy),
        RightScope.OwnCentre => IsSame(actor.Office, office) && IsSame(actor.Centre, centre),
        RightScope.OwnOffice => IsSame(actor.Office, office),
        RightScope.Network => true,
        _ => false,
    };

    private static bool IsSame(string one, string? other) => string.Equals(one, other, StringComparison.Ordinal);
}
