using Cnaim.Data;
using Cnaim.ServiceDefaults.Protection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Gateway.Counter.Kept;

internal static class KeptExtensions
{
    /// <summary>The gateway's own small database (ADR 0082).</summary>
    public static IServiceCollection AddKeptForms(this IServiceCollection services)
    {
        services.AddSingleton(new MigrationSource(typeof(KeptForms).Assembly));
        services.TryAddSingleton<FieldProtection>();
        services.TryAddSingleton<KeptForms>();
        services.TryAddSingleton<LateForms>();
        return services.AddHostedService<SweepForms>();
    }
}
