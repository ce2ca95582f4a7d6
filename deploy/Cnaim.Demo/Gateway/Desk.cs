using System.Globalization;

namespace Cnaim.Demo.Gateway;

/// <summary>One identity at work: a desk of an office at a centre, with its own token.</summary>
/// <param name="Office">The office it acts for, for example <c>reception</c>.</param>
/// <param name="Centre">The centre where it stands, for example <c>cnaim-lisboa</c>.</param>
/// <param name="Role">A role of domain.md section 6.</param>
/// <param name="Number">Distinguishes the desks of one office at one centre.</param>
public sealed record Desk(string Office, string Centre, string Role, int Number)
{
    /// <summary>The desk's name in its token.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"desk-{Number}");
}
