global using Cnaim.Subscriptions.Tests.Support;
global using Shouldly;
global using Xunit;

[assembly: AssemblyFixture(typeof(Cnaim.Subscriptions.Tests.Support.SharedServers))]
// The broker has one queue of this service: one installation at a time hears the events.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
