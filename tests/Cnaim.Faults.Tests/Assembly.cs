[assembly: AssemblyFixture(typeof(Cnaim.Faults.Tests.FaultLab))]
