using Cnaim.Data;
using Cnaim.Identity.Clients;
using Cnaim.Identity.Clients.Changes;
using Cnaim.Identity.Clients.Own;
using Cnaim.Identity.Clients.Queues;
using Cnaim.Identity.Exchange;
using Cnaim.Identity.External;
using Cnaim.Identity.Keys;
using Cnaim.Identity.RightsFeed;
using Cnaim.Identity.SignIn;
using Cnaim.Identity.Staff.Changes;
using Cnaim.Identity.Tokens;

namespace Cnaim.Identity;

/// <summary>The service's features.</summary>
internal static class IdentityExtensions
{
    public static IServiceCollection AddIdentity(this IServiceCollection services) => services
        .AddSingleton(new MigrationSource(typeof(IdentityMode).Assembly))
        .AddIdentityMode().AddClients().AddKeys().AddTokens().AddExternalIssuers().AddExchange().AddRightsFeed().AddSignIn().AddStaffChanges().AddClientChanges().AddOwnClient();

    public static void MapIdentity(this IEndpointRouteBuilder routes)
    {
        routes.MapKeys();
        routes.MapTokens();
        routes.MapExchange();
        routes.MapRightsFeed();
        routes.MapSignIn();
        routes.MapStaffChanges();
        routes.MapClientChanges();
        routes.MapQueues();
        routes.MapOwnClient();
    }
}
