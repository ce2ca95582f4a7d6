using Cnaim.Messaging;
using Cnaim.Screening.People;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cnaim.Screening.Disclosures;

internal static class DisclosureExtensions
{
    public static IServiceCollection AddDisclosures(this IServiceCollection services)
    {
        services.TryAddScoped<DecideDisclosure>();
        services.TryAddScoped<DiscloseByLaw>();
        services.TryAddSingleton(provider => new StatutoryGrounds(ShippedFiles.Folder, provider.GetRequiredService<IOptions<PeopleOptions>>().Value.FirewalledOffices));
        services.TryAddScoped<FetchDisclosure>();
        services.TryAddScoped<ConfirmDisclosure>();
        services.TryAddScoped<PreviewDisclosure>();
        services.RegisterConsumer<ConfirmPurgeConsumer, ConfirmPurgeConsumerDefinition>();
        return services;
    }
}
