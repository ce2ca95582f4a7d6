namespace Cnaim.OfficeKit.Referrals;

/// <summary>The body of <c>POST /referrals</c>.</summary>
internal sealed record NewReferral
{
    /// <summary>The person as the sending office knows them.</summary>
    public string? PersonId { get; init; }

    /// <summary>One office at one centre; or <see cref="Open"/>.</summary>
    public NewReferralReceiver? Receiver { get; init; }

    /// <summary>Whoever can take it; or <see cref="Receiver"/>.</summary>
    public NewReferralOpening? Open { get; init; }

    /// <summary>A request code of the service catalogue.</summary>
    public string? Request { get; init; }

    /// <summary>The issues that raised it.</summary>
    public string[]? Issues { get; init; }

    /// <summary><c>routine</c> (default), <c>urgent</c> or <c>emergency</c>.</summary>
    public string? Priority { get; init; }

    /// <summary>The data categories that the receiver shall see.</summary>
    public string[]? Categories { get; init; }

    /// <summary>The code of a law to disclose on, where the person cannot be asked; screening decides whether it covers this.</summary>
    public string? StatutoryGround { get; init; }

    /// <summary>ISO 639-3, when the person's language matters.</summary>
    public string? Language { get; init; }

    /// <summary>The final referral that this one tries again.</summary>
    public Guid? BasedOn { get; init; }

    /// <summary>The received referral that this one sends onward.</summary>
    public Guid? PartOf { get; init; }

    /// <summary>Free text for this office only; it is never sent.</summary>
    public string? Note { get; init; }
}
