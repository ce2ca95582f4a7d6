using Cnaim.Contracts.Events;
using Cnaim.Messaging;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Screening.Process;

internal static class ProcessExtensions
{
    public static IServiceCollection AddProcess(this IServiceCollection services)
    {
        services.TryAddScoped<ReadProcess>();
        return services
            .Follow<ReferralRequested>()
            .Follow<ReferralClaimed>()
            .Follow<ReferralAccepted>()
            .Follow<ReferralRejected>()
            .Follow<ReferralStarted>()
            .Follow<ReferralHeld>()
            .Follow<ReferralResumed>()
            .Follow<ReferralCompleted>()
            .Follow<ReferralFailed>()
            .Follow<ReferralCancelled>()
            .Follow<ReferralEnteredInError>();
    }

    private static IServiceCollection Follow<TEvent>(this IServiceCollection services)
        where TEvent : class, IReferralEvent =>
        services.RegisterConsumer<FollowReferralConsumer<TEvent>, FollowReferralConsumerDefinition<TEvent>>();
}
