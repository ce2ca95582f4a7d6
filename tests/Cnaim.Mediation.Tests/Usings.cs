global using Shouldly;
global using Xunit;

[assembly: AssemblyFixture(typeof(Cnaim.Mediation.Tests.Service.MediationUnderTest))]
