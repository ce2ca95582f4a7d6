using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Hosting;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Cnaim.ServiceDefaults;

/// <summary>What every host of the platform gets: telemetry, health, problem details, limits, authentication, graceful shutdown.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Adds the defaults of every service; call it first in <c>Program.cs</c>. Every endpoint then needs a token unless it allows anonymous calls.</summary>
    /// <param name="builder">The host's builder.</param>
    /// <returns>The same builder.</returns>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Configuration.AddDefaultSettings();
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, true));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHostedService<TelemetryService>();
        builder.Services.AddHealthChecks();
        builder.Services.AddProblems();
        builder.Services.AddHttpDefaults();
        builder.Services.AddPlatformAuthentication();
        builder.Services.AddOpenApiDefaults(builder.Configuration, builder.Environment);
        return builder;
    }

    /// <summary>Sets up the request pipeline and maps <c>/health/live</c>, <c>/health/ready</c>, <c>/health/flow</c>, <c>/problems</c> and <c>/openapi/v1.json</c>; call it first after the build.</summary>
    /// <param name="app">The built application.</param>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<AnswerHeadersMiddleware>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseMiddleware<BodySizeMiddleware>();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<StrictInputMiddleware>();
        app.MapHealth("/health/live", tag: null).WithName("Health_Live").WithSummary("The process answers");
        app.MapHealth("/health/ready", HealthTags.Ready).WithName("Health_Ready").WithSummary("The database is there and migrated");
        app.MapHealth("/health/flow", HealthTags.Flow).WithName("Health_Flow").WithSummary("Messages flow, not older than 5 s");
        app.MapProblems();
        app.MapOpenApiDefaults();
        return app;
    }

    private static IEndpointConventionBuilder MapHealth(this WebApplication app, string path, string? tag) =>
        app.MapHealthChecks(path, new HealthCheckOptions
        {
            Predicate = check => tag is not null && check.Tags.Contains(tag),
            ResponseWriter = HealthAnswer.WriteAsync,
        }).WithTags("Health").AllowAnonymous().DisableRateLimiting();
}
