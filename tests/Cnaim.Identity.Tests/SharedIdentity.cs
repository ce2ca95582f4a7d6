using Cnaim.Testing.Edge;

namespace Cnaim.Identity.Tests;

/// <summary>One identity service in sandbox mode for all tests that change nothing of it.</summary>
[CollectionDefinition(nameof(SharedIdentity))]
public sealed class SharedIdentity(PostgresFixture postgres) : IAsyncLifetime, ICollectionFixture<SharedIdentity>
{
    private ServiceProcess _identity = null!;

    internal HttpClient Client => _identity.Client;

    public async ValueTask InitializeAsync() =>
        _identity = await IdentityUnderTest.StartAsync(IdentityUnderTest.Settings(await postgres.CreateDatabaseAsync()).WithSandbox());

    public ValueTask DisposeAsync() => _identity.DisposeAsync();
}
