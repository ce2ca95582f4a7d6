namespace Cnaim.Identity.Keys;

/// <summary>The JWKS document.</summary>
internal sealed record KeySet(IReadOnlyList<PublicKey> Keys);
