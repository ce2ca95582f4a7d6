using Cnaim.Data;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.Subscriptions.Agreements;
using Cnaim.Subscriptions.AuditRoots;
using Cnaim.Subscriptions.Events;
using Cnaim.Subscriptions.Feed;
using Cnaim.Subscriptions.Guard;
using Cnaim.Subscriptions.Inboxes;
using Cnaim.Subscriptions.Lanes;
using Cnaim.Subscriptions.Mailing;
using Cnaim.Subscriptions.Notices;
using Cnaim.Subscriptions.Queues;
using Cnaim.Subscriptions.Retention;
using Cnaim.Subscriptions.Usage;
using Cnaim.Subscriptions.Webhooks;

namespace Cnaim.Subscriptions;

/// <summary>The service's features.</summary>
internal static class SubscriptionsExtensions
{
    public static WebApplicationBuilder AddSubscriptions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(new MigrationSource(typeof(SubscriptionsExtensions).Assembly));
        services.AddSingleton(SubscriptionsMode.Read(builder.Configuration));
        services.AddProblemCodes(typeof(SubscriptionsRefusals));
        services.AddEvents().AddAgreements().AddGuard().AddEndpoints().AddQueues(builder.Configuration).AddLanes().AddFeed().AddInboxes().AddMail().AddRetention().AddAuditRoots(builder.Configuration);
        return builder;
    }

    public static void MapSubscriptions(this WebApplication app, string prefix)
    {
        var api = app.MapGroup(prefix);
        api.MapAgreements();
        api.MapEndpoints();
        api.MapQueues();
        api.MapFeed();
        api.MapNotices();
        api.MapInbox();
        api.MapUsage();
        app.MapMessagingOperator();
    }
}
