namespace Cnaim.Testing;

/// <summary>Connection strings of the three roles of one database.</summary>
public sealed record OfficeAccounts(string Service, string Owner, string Sealer);
