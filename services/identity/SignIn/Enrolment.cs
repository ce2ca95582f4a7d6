namespace Cnaim.Identity.SignIn;

/// <summary>The secret of the second factor, for the authenticator.</summary>
internal sealed record Enrolment(string Key, string Address);
