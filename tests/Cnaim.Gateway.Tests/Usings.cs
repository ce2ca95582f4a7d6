global using Shouldly;
global using Xunit;

[assembly: AssemblyFixture(typeof(Cnaim.Gateway.Tests.GatewayUnderTest))]
