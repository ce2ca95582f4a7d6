namespace Cnaim.Gateway.Counter.Pages.Audit;

/// <summary>Who saw what is held of a person; it names roles, never members of staff.</summary>
internal sealed record Accesses(IReadOnlyList<Access> Items, IReadOnlyList<HeldPermit>? Permits, string? Next);

/// <summary>One look, or one that was refused.</summary>
internal sealed record Access(DateTimeOffset At, string Office, string Centre, string Role, string Action, string? Purpose, string RecordKind)
{
    /// <summary>Its number in the service's trail.</summary>
    public long EntryId { get; init; }

    /// <summary>For which ticket, case or referral, as its kind and id.</summary>
    public string? Behind { get; init; }
}

/// <summary>What an office may fetch, and whether it did.</summary>
internal sealed record HeldPermit(string Office, string Purpose, IReadOnlyList<string> Categories, DateTimeOffset PermittedAt, DateTimeOffset? FetchedAt, DateTimeOffset? WithdrawnAt);
