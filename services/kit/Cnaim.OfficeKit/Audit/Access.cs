namespace Cnaim.OfficeKit.Audit;

/// <summary>One access to what this centre holds of a person.</summary>
internal sealed record Access
{
    /// <summary>Its number in this office's audit trail.</summary>
    public required long EntryId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: the acting office or service.</summary>
    public required string Office { get; init; }

    /// <summary>Who: the acting centre; empty for a service.</summary>
    public required string Centre { get; init; }

    /// <summary>Who: the acting role.</summary>
    public required string Role { get; init; }

    /// <summary>What was done, for example <c>referral.read</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Why: a purpose code, where one was given.</summary>
    public string? Purpose { get; init; }

    /// <summary>For which ticket, case or referral, where one was named.</summary>
    public string? Behind { get; init; }

    /// <summary>To what kind of record.</summary>
    public required string RecordKind { get; init; }
}
