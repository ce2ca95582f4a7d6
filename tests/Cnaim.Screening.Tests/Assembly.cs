using Cnaim.Screening.Tests.Service;
using Xunit;

[assembly: AssemblyFixture(typeof(ScreeningPlatform))]
