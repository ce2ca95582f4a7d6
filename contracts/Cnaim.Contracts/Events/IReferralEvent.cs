namespace Cnaim.Contracts.Events;

/// <summary>What every referral event carries. A sensitive office is shown as <c>specialised-support</c> and its request is null.</summary>
public interface IReferralEvent : IThinEvent
{
    /// <summary>The referral; also the subject.</summary>
    Guid ReferralId { get; }

    /// <summary>The sending office, generalised when sensitive.</summary>
    string Sender { get; }

    /// <summary>The receiving office, generalised when sensitive.</summary>
    string Receiver { get; }

    /// <summary>The request code, null when it would name a sensitive office.</summary>
    string? Request { get; }

    /// <summary>The state after the move.</summary>
    string Status { get; }

    /// <summary>The status reason code, where the state needs one.</summary>
    string? StatusReason { get; }

    /// <summary>The outcome code, with completed and failed.</summary>
    string? Outcome { get; }

    /// <summary>The centre of the other party, a slug of the network data: the receiver's in what the sender tells, the sender's in what the receiver tells. Null while nobody is named.</summary>
    string? OtherCentre { get; }
}
