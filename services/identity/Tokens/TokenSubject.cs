namespace Cnaim.Identity.Tokens;

/// <summary>Whom a token speaks for.</summary>
internal sealed record TokenSubject(string Subject, string Office, string Centre, string Role);
