[assembly: AssemblyFixture(typeof(Cnaim.Testing.RealServers))]
