namespace Cnaim.Identity.Keys;

/// <summary>The key that signs now, and how many are published.</summary>
internal sealed record RotatedKey(string KeyId, int Published);
