using System.Diagnostics.CodeAnalysis;

namespace Cnaim.ServiceDefaults.Problems;

/// <summary>The result of a rule: an event when accepted, otherwise a refusal. Converts implicitly from either.</summary>
/// <typeparam name="TEvent">What happened, when the rule accepts.</typeparam>
public sealed class Decision<TEvent>
    where TEvent : class
{
    private Decision(TEvent? accepted, Refusal? refusal)
    {
        Event = accepted;
        Refusal = refusal;
    }

    /// <summary>True when the rule accepted and <see cref="Event"/> is set.</summary>
    [MemberNotNullWhen(true, nameof(Event))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAccepted => Event is not null;

    /// <summary>What happened; null when refused.</summary>
    public TEvent? Event { get; }

    /// <summary>Why not; null when accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Accepts.</summary>
    /// <param name="accepted">What happened.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Rules return either value directly; style.md section 4.")]
    public static implicit operator Decision<TEvent>(TEvent accepted) => new(accepted, null);

    /// <summary>Refuses.</summary>
    /// <param name="refusal">Why.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Rules return either value directly; style.md section 4.")]
    public static implicit operator Decision<TEvent>(Refusal refusal) => new(null, refusal);
}
