using Cnaim.Identity.Tokens;
using Microsoft.Extensions.Options;

namespace Cnaim.Identity.Clients;

/// <summary>Writes the configured clients; one whose secret is unchanged is left alone.</summary>
internal sealed class SeedClients(IOptions<SeedOptions> seed, IdentityMode mode, ClientStore store)
{
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (!mode.IsSandbox)
        {
            await store.DropSandboxAsync(cancellationToken);
        }

        foreach (var (clientId, secret) in seed.Value.Clients)
        {
            var present = await store.FindAsync(clientId, cancellationToken);
            if (present is null || !ClientSecret.Matches(secret, present))
            {
                await store.SaveAsync(Describe(clientId, secret), cancellationToken);
            }
        }
    }

    private static Client Describe(string clientId, string secret)
    {
        var salt = ClientSecret.NewSalt();
        var isSandbox = string.Equals(clientId, Client.SandboxKind, StringComparison.Ordinal);
        return new Client
        {
            ClientId = clientId,
            Kind = isSandbox ? Client.SandboxKind : Client.ServiceKind,
            Office = clientId,
            Role = Client.ServiceKind,
            Scopes = [.. Scopes.All],
            SecretSalt = salt,
            SecretHash = ClientSecret.Hash(secret, salt, ClientSecret.Iterations),
            SecretIterations = ClientSecret.Iterations,
        };
    }
}
