namespace Cnaim.Identity.Clients;

/// <summary>Clients that whoever starts the platform gives to identity, and to identity only (section <c>Seed</c>).</summary>
internal sealed class SeedOptions
{
    /// <summary>Secret by client id: <c>Seed__Clients__health</c>. The client <c>sandbox</c> chooses demo identities; <c>sandbox-partner</c> and <c>sandbox-agency</c> are invented partners.</summary>
    public Dictionary<string, string> Clients { get; set; } = new(StringComparer.Ordinal);
}
