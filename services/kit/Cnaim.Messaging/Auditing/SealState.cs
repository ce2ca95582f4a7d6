namespace Cnaim.Messaging.Auditing;

/// <summary>How long the oldest entry has waited for its seal, by the database's clock, as the flow monitor saw it last.</summary>
internal sealed class SealState
{
    private static readonly TimeSpan AlertAfter = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RefuseAfter = TimeSpan.FromHours(4);

    private TimeSpan _last;

    /// <summary>What two looks in a row have seen: one alone may be a moment of a start.</summary>
    public TimeSpan UnsealedFor { get; private set; }

    public void Saw(TimeSpan unsealedFor) =>
        (UnsealedFor, _last) = (unsealedFor < _last ? unsealedFor : _last, unsealedFor);

    /// <summary>Somebody has to look.</summary>
    public bool IsLate => UnsealedFor > AlertAfter;

    /// <summary>What is not proven any more is not written any more.</summary>
    public bool IsOverdue => UnsealedFor > RefuseAfter;

    public string? Warning => this switch
    {
        { IsOverdue: true } => "Audit entries have not been sealed for 4 hours: writes are refused.",
        { IsLate: true } => "Audit entries have not been sealed for more than 60 s.",
        _ => null,
    };
}
