namespace Cnaim.Directory.Audit;

/// <summary>A service's head in a root.</summary>
/// <param name="Service">The service's code.</param>
/// <param name="SealNo">The head's place in the chain.</param>
/// <param name="Head">32 bytes as hexadecimal text.</param>
internal sealed record AuditLeaf(string Service, long SealNo, string Head);
