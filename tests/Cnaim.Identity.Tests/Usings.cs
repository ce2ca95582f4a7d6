global using Shouldly;
global using Xunit;

[assembly: AssemblyFixture(typeof(Cnaim.Testing.Edge.PostgresFixture))]
