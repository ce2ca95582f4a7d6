using Cnaim.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.OfficeKit.Erasure;

/// <summary>The services and the consumer of erasure.</summary>
internal static class ErasureRegistrations
{
    public static IServiceCollection AddErasure(this IServiceCollection services)
    {
        services.TryAddScoped<EndDrafts>();
        services.TryAddScoped<ForgetPerson>();
        services.TryAddScoped<IReapplyErasures, ReapplyErasures>();
        return services.RegisterConsumer<ErasePersonConsumer, ErasePersonConsumerDefinition>();
    }
}
