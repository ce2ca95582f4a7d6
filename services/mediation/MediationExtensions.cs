using Cnaim.Data;
using Cnaim.Mediation.Bookings;
using Cnaim.Mediation.Demand;
using Cnaim.Mediation.Demo;
using Cnaim.Mediation.Erasures;
using Cnaim.Mediation.Interpreting;
using Cnaim.Mediation.Languages;
using Cnaim.Mediation.Matching;
using Cnaim.Mediation.Mediators;
using Cnaim.Mediation.Phrases;
using Cnaim.Mediation.Retention;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Mediation;

/// <summary>The service's features.</summary>
internal static class MediationExtensions
{
    public static WebApplicationBuilder AddMediation(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(new MigrationSource(typeof(MediationExtensions).Assembly));
        services.AddSingleton(MediationMode.Read(builder.Configuration));
        services.AddOptions<ZoneOptions>().BindConfiguration("Zones");
        services.AddSingleton<CentreZones>();
        services.AddProblemCodes(typeof(MediationRefusals));
        services.AddLanguages().AddMediators().AddMatching().AddBookings().AddInterpreting().AddDemand().AddPhrases()
            .AddRetention().AddDemo().AddErasures(builder.Configuration);
        return builder;
    }

    public static void MapMediation(this WebApplication app, string prefix)
    {
        var api = app.MapGroup(prefix);
        api.MapLanguages();
        api.MapMediators();
        api.MapAssociations();
        api.MapMatching();
        api.MapBookings();
        api.MapOwnBookings();
        api.MapInterpreting();
        api.MapDemand();
        api.MapPhrases();
        app.MapMessagingOperator();
    }
}
