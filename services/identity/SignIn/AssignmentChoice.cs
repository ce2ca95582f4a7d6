namespace Cnaim.Identity.SignIn;

/// <summary>One assignment to choose.</summary>
internal sealed record AssignmentChoice(Guid Id, string Role, string Office, string Centre);
