namespace Cnaim.Identity.SignIn;

/// <summary>The first sign-in of a new account, or after a reset.</summary>
internal sealed record InvitationRequest
{
    public required string Account { get; init; }

    public required string Invitation { get; init; }

    public required string Password { get; init; }
}
