using Cnaim.Data;
using Cnaim.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Directory.Loading;

internal static class LoadingExtensions
{
    public static IServiceCollection AddLoading(this IServiceCollection services)
    {
        services.AddOptions<LoadingOptions>().BindConfiguration("Loading");
        services.AddSingleton(new MigrationSource(typeof(LoadingExtensions).Assembly));
        services.TryAddSingleton<DirectoryVersion>();
        services.TryAddSingleton<LoadDirectory>();
        services.AddHostedService<DirectoryStart>();
        services.AddHealthChecks().AddCheck<DirectoryVersion>("documents", tags: [HealthTags.Ready]);
        return services;
    }
}
