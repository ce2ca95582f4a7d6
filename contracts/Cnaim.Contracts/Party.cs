namespace Cnaim.Contracts;

/// <summary>An office at a centre: one side of a referral.</summary>
public sealed record Party
{
    /// <summary>The office's code in kebab-case, for example <c>social-security</c>; <c>reception</c> is an office too.</summary>
    public required string Office { get; init; }

    /// <summary>The centre's code, a slug of the network data, for example <c>cnaim-lisboa</c>.</summary>
    public required string Centre { get; init; }
}
