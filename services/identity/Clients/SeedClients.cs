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
        var isPartner = Client.SandboxPartners.TryGetValue(clientId, out var partner);
        return new Client
        {
            ClientId = clientId,
            Kind = isPartner ? Client.PartnerKind : clientId is Client.SandboxKind ? Client.SandboxKind : Client.ServiceKind,
            Office = isPartner ? partner.Office : clientId,
            Centre = isPartner ? partner.Centre : "",
            Role = isPartner ? "partner-client" : Client.ServiceKind,
            Scopes = [.. Scopes.All],
            SecretSalt = salt,
            SecretHash = ClientSecret.Hash(secret, salt, ClientSecret.Iterations),
            SecretIterations = ClientSecret.Iterations,
        };
    }
}
