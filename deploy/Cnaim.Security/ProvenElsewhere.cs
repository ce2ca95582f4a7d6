namespace Cnaim.Security;

/// <summary>A row, or a part of it, that is not tried on a running platform: who proves it, or why it cannot be tried yet.</summary>
/// <param name="Row">Row of the security test list.</param>
/// <param name="What">Which part.</param>
/// <param name="Where">The test class, or what is missing.</param>
public sealed record ProvenElsewhere(string Row, string What, string Where);
