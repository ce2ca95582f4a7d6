using Cnaim.Data.Migrations;
using Cnaim.Mediation.Mediators;
using Cnaim.Messaging;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Mediation.Demo;

/// <summary>Puts the invented mediators into the sandbox, once; elsewhere those that a sandbox left are ended.</summary>
internal sealed partial class SeedMediators(IServiceScopeFactory scopes, MediationMode mode, CentreZones zones, DatabaseStart start, TimeProvider clock, ILogger<SeedMediators> logger)
    : BackgroundService
{
    private const string Lisbon = "cnaim-lisboa";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        try
        {
            await SeedAsync(stoppingToken);
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Failed(logger, error.GetType().Name);
        }
    }

    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (transaction, mediators) = (scope.ServiceProvider.GetRequiredService<OfficeTransaction>(), scope.ServiceProvider.GetRequiredService<MediatorStore>());
        if (mode.IsSandbox)
        {
            await AddAsync(mediators, cancellationToken);
        }
        else
        {
            await mediators.EndDemoAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    // Each has a fixed id: one that a coordinator has changed since is left as it is.
    private async Task AddAsync(MediatorStore mediators, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zones.Of(Lisbon)).DateTime);
        foreach (var (association, centre) in DemoMediators.Associations(DemoMediators.Seed))
        {
            await mediators.InsertAssociationAsync(association, centre, demo: true, cancellationToken);
        }

        foreach (var mediator in DemoMediators.Mediators(DemoMediators.Seed, today))
        {
            await mediators.InsertAsync(mediator, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 6602, Level = LogLevel.Warning, Message = "The sandbox's mediators could not be written: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}

internal static class DemoRegistrations
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SeedMediators>());
        return services;
    }
}
