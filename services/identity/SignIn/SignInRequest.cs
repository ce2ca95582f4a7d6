namespace Cnaim.Identity.SignIn;

/// <summary>The first factor.</summary>
internal sealed record SignInRequest
{
    public required string Account { get; init; }

    public required string Password { get; init; }

    /// <summary>Which assignment to work under; needed only by who has several.</summary>
    public Guid? Assignment { get; init; }
}
