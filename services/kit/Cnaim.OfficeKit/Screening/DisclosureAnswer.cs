namespace Cnaim.OfficeKit.Screening;

/// <summary>A permit, a denial, or silence.</summary>
internal sealed record DisclosureAnswer
{
    private DisclosureAnswer()
    {
    }

    /// <summary>Screening did not answer: nothing may be sent, ask again later.</summary>
    public static DisclosureAnswer Silent { get; } = new() { IsSilent = true };

    /// <summary>The default of every decision.</summary>
    public static DisclosureAnswer Denied { get; } = new();

    public bool IsSilent { get; private init; }

    /// <summary>Null when denied or silent.</summary>
    public DisclosurePermit? Permit { get; private init; }

    public static DisclosureAnswer Permitted(DisclosurePermit permit) => new() { Permit = permit };
}
