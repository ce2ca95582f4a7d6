namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>A token that identity has signed.</summary>
/// <param name="Token">The compact JWT.</param>
/// <param name="Life">How long it is valid from now.</param>
public sealed record IssuedToken(string Token, TimeSpan Life);
