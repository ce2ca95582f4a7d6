namespace Cnaim.Security;

/// <summary>A demo identity of the sandbox.</summary>
/// <param name="Office">Code of its office.</param>
/// <param name="Centre">Code of its centre.</param>
/// <param name="Role">Its role.</param>
/// <param name="Desk">Tells several of one kind apart: each has limits of its own.</param>
/// <param name="Scope">The scopes that it asks for; null for all it may have.</param>
public sealed record Identity(string Office, string Centre = "cnaim-lisboa", string Role = "office-agent", string Desk = "attack", string? Scope = null)
{
    internal static Identity Reception { get; } = new("reception", Role: "mediator");

    internal static Identity Health { get; } = new("health");

    internal static Identity Education { get; } = new("education");

    internal static Identity Borders { get; } = new("borders");
}
