namespace Cnaim.Messaging;

/// <summary>A head of a service's audit chain that another service has kept.</summary>
/// <param name="SealNo">Its place in the chain, from 1.</param>
/// <param name="Head">32 bytes as lower-case hexadecimal text.</param>
/// <param name="KeptAt">When it was kept.</param>
public sealed record KeptHead(long SealNo, string Head, DateTimeOffset KeptAt);
