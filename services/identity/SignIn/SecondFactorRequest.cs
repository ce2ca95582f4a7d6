namespace Cnaim.Identity.SignIn;

/// <summary>The second factor: a code of the authenticator, or one of the recovery codes.</summary>
internal sealed record SecondFactorRequest
{
    public required string Ticket { get; init; }

    public string? Code { get; init; }

    public string? RecoveryCode { get; init; }
}
