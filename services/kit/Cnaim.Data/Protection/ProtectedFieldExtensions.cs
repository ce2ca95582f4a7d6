using Cnaim.ServiceDefaults.Protection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Cnaim.Data.Protection;

/// <summary>Encrypted columns of a service.</summary>
public static class ProtectedFieldExtensions
{
    /// <summary>Registers a column whose values follow the present key: while earlier keys are configured, what is under them is written again in the background.</summary>
    /// <param name="services">The service's services, after <c>AddDatabase</c>.</param>
    /// <param name="field">The column.</param>
    public static IServiceCollection AddProtectedField(this IServiceCollection services, ProtectedField field)
    {
        services.TryAddSingleton<FieldProtection>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ReencryptionService>());
        return services.AddSingleton(field);
    }
}
