using Cnaim.Messaging.Auditing;
using Cnaim.ServiceDefaults;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cnaim.Messaging;

/// <summary>The audit trail of a service that sends and receives no messages.</summary>
public static class AuditTrailExtensions
{
    private const string Directory = "Services:directory:Http";

    /// <summary>
    /// Seals the service's <c>audit_entry</c> into a chain, gives its head to the directory and keeps refused calls (ADR 0036, 0037). The service's own schema has the tables
    /// <c>audit_entry</c> and <c>audit_seal</c>, and it writes by <see cref="AuditTrail"/>; <c>AddMessaging</c> brings all of it by itself.
    /// </summary>
    /// <param name="builder">The host's builder; reads <c>ConnectionStrings__Sealer</c> and <c>Services__directory__Http</c>.</param>
    /// <param name="service">The service's code: the origin of its chain.</param>
    public static IHostApplicationBuilder AddAuditTrail(this IHostApplicationBuilder builder, string service)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(new MessagingService(service));
        builder.Services.AddAuditing(builder.Configuration);
        builder.Services.AddSingleton<AuditTrail>();
        builder.Services.AddSingleton<IRecordDenials>(provider => provider.GetRequiredService<AuditTrail>());
        builder.Services.AddHealthChecks().AddCheck<SealHealthCheck>("audit", tags: [HealthTags.Flow]);
        return builder;
    }

    /// <summary>Whether the directory is there to keep heads and erasures.</summary>
    internal static bool HasKeeper(IConfiguration configuration) => configuration[Directory] is not null;

    internal static void AddAuditing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<AuditSignal>();
        services.AddSingleton<SealState>();
        services.AddSingleton<SealFloor>();
        services.AddSingleton<SealDatabase>();
        services.AddSingleton<SealEntries>();
        services.AddHostedService<SealerService>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AuditDenials>();
        services.AddProblemCodes(typeof(AuditRefusals));
        if (HasKeeper(configuration))
        {
            services.AddHttpClient(HeadKeeper.HttpClientName, client => client.BaseAddress = new Uri(configuration[Directory]!)).AddServiceToken("directory");
            services.AddSingleton<HeadKeeper>();
            services.AddHostedService(provider => provider.GetRequiredService<HeadKeeper>());
        }
    }
}
