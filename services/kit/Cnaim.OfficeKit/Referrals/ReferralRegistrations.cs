using Cnaim.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The services and consumers of referrals.</summary>
internal static class ReferralRegistrations
{
    public static IServiceCollection AddReferrals(this IServiceCollection services)
    {
        services.TryAddSingleton<IReferralRule, TakeEveryReferral>();
        services.TryAddSingleton<DraftSignal>();
        services.TryAddSingleton<MagicValues>();
        services.TryAddSingleton<ExternalOffices>();
        services.AddSingleton<IValidateOptions<OfficeOptions>, ExternalOfficesCheck>();
        services.TryAddScoped<SentReferralStore>();
        services.TryAddScoped<ReceivedReferralStore>();
        services.TryAddSingleton<ReferralHistoryStore>();
        services.TryAddScoped<OfferStore>();
        services.TryAddScoped<DraftQueue>();
        services.TryAddScoped<ReferralTimeline>();
        services.TryAddScoped<ReferralLinks>();
        services.TryAddScoped<ReferralOutbox>();
        services.TryAddScoped<RequestReferrals>();
        services.TryAddScoped<ReceiveReferrals>();
        services.TryAddScoped<WithdrawReferrals>();
        services.TryAddScoped<OfferReferrals>();
        services.TryAddScoped<DeliverDraft>();
        services.TryAddScoped<MoveServices>();
        services.TryAddScoped<SlowAgent>();
        services.TryAddScoped<DeadlineEffects>();
        services.AddHostedService<DraftSender>();
        return services.AddReferralConsumers();
    }

    private static IServiceCollection AddReferralConsumers(this IServiceCollection services) => services
        .RegisterConsumer<RequestReferralConsumer, RequestReferralConsumerDefinition>()
        .RegisterConsumer<CancelReferralConsumer, CancelReferralConsumerDefinition>()
        .RegisterConsumer<RemindReferralConsumer, RemindReferralConsumerDefinition>()
        .RegisterConsumer<ReportReferralProgressConsumer, ReportReferralProgressConsumerDefinition>()
        .RegisterConsumer<OfferReferralConsumer, OfferReferralConsumerDefinition>()
        .RegisterConsumer<ClaimReferralConsumer, ClaimReferralConsumerDefinition>()
        .RegisterConsumer<WithdrawOfferConsumer, WithdrawOfferConsumerDefinition>()
        .RegisterConsumer<WithdrawDisclosureConsumer, WithdrawDisclosureConsumerDefinition>()
        .RegisterConsumer<CommandRefusedConsumer, CommandRefusedConsumerDefinition>();
}
