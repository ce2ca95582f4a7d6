[assembly: AssemblyFixture(typeof(Cnaim.Testing.Edge.PostgresFixture))]
