namespace Cnaim.Faults.Tests;

/// <summary>Scenarios that take the shared servers away run alone, after all others.</summary>
[CollectionDefinition(nameof(ServerFaults), DisableParallelization = true)]
public sealed class ServerFaults;
