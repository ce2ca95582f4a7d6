using Cnaim.Data;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Appointments;
using Cnaim.OfficeKit.Cases;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Deadlines;
using Cnaim.OfficeKit.Directory;
using Cnaim.OfficeKit.Erasure;
using Cnaim.OfficeKit.Hosting;
using Cnaim.OfficeKit.Referrals;
using Cnaim.OfficeKit.Restricted;
using Cnaim.OfficeKit.Retention;
using Cnaim.OfficeKit.Screening;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.OfficeKit;

/// <summary>What every office does: referrals in both directions, cases, appointments, deadlines, the directory, screening's permits.</summary>
public static class OfficeKitExtensions
{
    /// <summary>Adds the kit and the messaging below it. Reads <c>Services__directory__Http</c>, <c>Services__screening__Grpc</c> and the sections <c>Directory</c> and <c>Screening</c>.</summary>
    /// <param name="builder">The host's builder, after <c>AddServiceDefaults</c>.</param>
    /// <param name="office">The office's code, for example <c>social-security</c>; also its queue and its broker user.</param>
    /// <returns>The same builder.</returns>
    public static WebApplicationBuilder AddOfficeKit(this WebApplicationBuilder builder, string office)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(office);
        builder.AddMessaging(office);
        builder.Services.AddSingleton(new Office(office));
        builder.Services.AddOptions<OfficeOptions>().BindConfiguration("Office").ValidateOnStart();
        builder.Services.AddSingleton(new MigrationSource(typeof(OfficeKitExtensions).Assembly));
        builder.Services.AddSingleton(_ => NetworkOffices.Embedded());
        builder.Services.AddProblemCodes(OfficeProblems.All);
        builder.Services.AddDirectory(builder.Configuration);
        builder.Services.AddScreening(builder.Configuration);
        builder.Services.AddCases();
        builder.Services.AddAppointments();
        builder.Services.AddDeadlines();
        builder.Services.AddReferrals();
        builder.Services.AddErasure();
        builder.Services.AddRetention();
        return builder;
    }

    private static void AddDirectory(this IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddOptions<DirectoryOptions>().BindConfiguration("Directory");
        services.AddHttpClient(DirectoryClient.HttpClientName, client => client.BaseAddress = Address(configuration, "Services:directory:Http"))
            .AddServiceToken("directory");
        services.TryAddSingleton<DirectoryClient>();
        services.TryAddSingleton<NetworkDirectory>();
        services.AddHostedService<DirectoryRefresher>();
    }

    private static void AddScreening(this IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddOptions<ScreeningOptions>().BindConfiguration("Screening");
        services.TryAddSingleton(_ => new ScreeningChannel(Address(configuration, "Services:screening:Grpc")));
        services.TryAddSingleton<IDisclosures, ScreeningDisclosures>();
    }

    private static void AddCases(this IServiceCollection services) => services
        .AddScoped<RestrictedRecords>()
        .TryAddScoped<CaseStore>();

    private static void AddDeadlines(this IServiceCollection services)
    {
        services.TryAddScoped<DeadlineStore>();
        services.AddHostedService<DeadlineRunner>();
    }

    private static Uri Address(ConfigurationManager configuration, string key) =>
        new(configuration[key] ?? throw new InvalidOperationException($"Set {key.Replace(":", "__", StringComparison.Ordinal)} to the address of that service."));
}
