using Cnaim.Data;
using Cnaim.Messaging;
using Cnaim.Screening.Consents;
using Cnaim.Screening.DataProtection;
using Cnaim.Screening.Disclosures;
using Cnaim.Screening.Emergencies;
using Cnaim.Screening.Erasures;
using Cnaim.Screening.Identifiers;
using Cnaim.Screening.Interviews;
using Cnaim.Screening.People;
using Cnaim.Screening.Process;
using Cnaim.Screening.Retention;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening;

/// <summary>The service's features on both ports.</summary>
internal static class ScreeningExtensions
{
    public static WebApplicationBuilder AddScreening(this WebApplicationBuilder builder)
    {
        builder.AddPorts();
        builder.Services.AddSingleton(new MigrationSource(typeof(ScreeningExtensions).Assembly));
        builder.Services.AddProblemCodes(typeof(ScreeningRefusals));
        builder.Services.AddRules().AddPeople().AddIdentifiers().AddInterviews().AddConsents().AddDisclosures().AddProcess()
            .AddEmergencies().AddErasures().AddRetention().AddDataProtectionLists();
        // Its route for unknown services matches any path of two parts, /v1/people too, and would answer 404 where 415 is due.
        builder.Services.AddGrpc(options => options.IgnoreUnknownServices = true);
        return builder;
    }

    public static void MapScreeningApi(this WebApplication app, string prefix)
    {
        var api = app.MapGroup(prefix);
        api.MapGroup("/people").MapPeople();
        api.MapGroup("/interviews").MapInterviews();
        api.MapGroup("/consents").MapConsents();
        api.MapGroup("/rules").MapRules();
        api.MapGroup("/data-protection").MapDataProtection();
        api.MapEmergencies();
        api.MapErasures();
        api.MapAuditReads();
        app.MapMessagingOperator();
        app.MapReferenceOperator();
        app.MapIdentifierOperator();
    }

    public static void MapScreeningGrpc(this WebApplication app)
    {
        app.MapGrpcService<ScreeningGrpc>().RequireAuthorization();
        app.MapGrpcService<PeopleGrpc>().RequireAuthorization();
        app.MapGrpcService<ConsentsGrpc>().RequireAuthorization();
        app.MapGrpcService<DisclosuresGrpc>().RequireAuthorization();
    }
}
