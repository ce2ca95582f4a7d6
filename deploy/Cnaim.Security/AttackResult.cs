namespace Cnaim.Security;

/// <summary>What an attack got.</summary>
/// <param name="Row">Row of the security test list.</param>
/// <param name="What">What was tried.</param>
/// <param name="Expected">The answer that the platform must give.</param>
/// <param name="Got">The answer that it gave.</param>
public sealed record AttackResult(string Row, string What, string Expected, string Got)
{
    /// <summary>Whether the platform held.</summary>
    public bool Held => string.Equals(Expected, Got, StringComparison.Ordinal);
}
