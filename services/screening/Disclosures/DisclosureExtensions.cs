using Cnaim.Messaging;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Screening.Disclosures;

internal static class DisclosureExtensions
{
    public static IServiceCollection AddDisclosures(this IServiceCollection services)
    {
        services.TryAddScoped<DecideDisclosure>();
        services.TryAddScoped<FetchDisclosure>();
        services.TryAddScoped<ConfirmDisclosure>();
        services.RegisterConsumer<ConfirmPurgeConsumer, ConfirmPurgeConsumerDefinition>();
        return services;
    }
}
