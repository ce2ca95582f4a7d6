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
        var (kind, office, role) = clientId switch
        {
            Client.SandboxKind => (Client.SandboxKind, clientId, Client.ServiceKind),
            Client.SandboxPartner => (Client.PartnerKind, "reception", "partner-client"),
            _ => (Client.ServiceKind, clientId, Client.ServiceKind),
        };
        return new Client
        {
            ClientId = clientId,
            Kind = kind,
            Office = office,
            Role = role,
            Scopes = [.. Scopes.All],
            SecretSalt = salt,
            SecretHash = ClientSecret.Hash(secret, salt, ClientSecret.Iterations),
            SecretIterations = ClientSecret.Iterations,
        };
    }
}
