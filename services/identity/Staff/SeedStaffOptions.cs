namespace Cnaim.Identity.Staff;

/// <summary>The first accounts (section <c>Seed</c>): only whoever starts the platform knows them.</summary>
internal sealed class SeedStaffOptions
{
    /// <summary>Invitation by account: <c>Seed__Administrators__ana</c>, two at least, because each change needs two. Used once.</summary>
    public Dictionary<string, string> Administrators { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Password of the demo accounts; without it there are none, and outside the sandbox the service does not start with it.</summary>
    public string? DemoPassword { get; set; }

    /// <summary>Base32 key of the demo accounts' second factor; without it each must enrol one.</summary>
    public string? DemoTotpKey { get; set; }
}
