using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Screening.DataProtection;

/// <summary>What the data-protection officer looks at; ids, offices and times, no person.</summary>
internal static class DataProtectionEndpoints
{
    public static IServiceCollection AddDataProtectionLists(this IServiceCollection services)
    {
        services.TryAddScoped<DataProtectionLists>();
        return services;
    }

    public static RouteGroupBuilder MapDataProtection(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Data protection").RequireRight(Right.ProtectionOversee);
        group.MapGet("/unconfirmed-withdrawals", Withdrawals).WithName("DataProtection_Withdrawals").WithSummary("Receivers that have not confirmed a withdrawal within 72 hours");
        group.MapGet("/emergency-accesses", Emergencies).WithName("DataProtection_Emergencies").WithSummary("Emergency accesses that no second person found justified within 24 hours");
        group.MapGet("/unconfirmed-erasures", Erasures).WithName("DataProtection_Erasures").WithSummary("Offices that have not confirmed an erasure within 72 hours");
        return group;
    }

    private static async Task<Ok<UnconfirmedPage>> Withdrawals(
        Guid? after, DataProtectionLists lists, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await transaction.CommitAsync(TypedResults.Ok(await lists.WithdrawalsAsync(after, actor, cancellationToken)), cancellationToken);

    private static async Task<Ok<SilentOffices>> Erasures(
        DataProtectionLists lists, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await transaction.CommitAsync(TypedResults.Ok(await lists.ErasuresAsync(actor, cancellationToken)), cancellationToken);

    private static async Task<Ok<ReportedPage>> Emergencies(
        Guid? after, DataProtectionLists lists, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await transaction.CommitAsync(TypedResults.Ok(await lists.EmergenciesAsync(after, actor, cancellationToken)), cancellationToken);
}
