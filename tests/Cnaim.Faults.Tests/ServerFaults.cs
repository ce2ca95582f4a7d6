namespace Cnaim.Faults.Tests;

/// <summary>Scenarios that take their servers away share servers of their own and take turns; all others go on beside them.</summary>
[CollectionDefinition(nameof(ServerFaults))]
public sealed class ServerFaults : ICollectionFixture<BreakableLab>;
