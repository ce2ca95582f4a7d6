using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Mediation.Interpreting;

internal static class InterpretingEndpoints
{
    public static IServiceCollection AddInterpreting(this IServiceCollection services)
    {
        services.AddOptions<InterpretingOptions>().BindConfiguration("Interpreting");
        services.TryAddSingleton<InterpretingProviders>();
        services.TryAddScoped<InterpretingStore>();
        return services;
    }

    public static RouteGroupBuilder MapInterpreting(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/interpreting-requests").WithTags("Telephone translation").RequireRight(Right.InterpretingUse);
        group.MapPost("", RequestInterpreter.Handle).WithName("Interpreting_Request").WithSummary("Ask for a three-way call: the number to dial, or the wait")
            .AnswersEntityVersion().RequireIdempotencyKey();
        group.MapGet("", ReadInterpreting.List).WithName("Interpreting_List").WithSummary("The counter's telephone translations in a period");
        group.MapGet("/{id:guid}", ReadInterpreting.Get).WithName("Interpreting_Get").WithSummary("One telephone translation").AnswersEntityVersion();
        foreach (var action in InterpretingAction.All)
        {
            group.MapPost("/{id:guid}/" + action, MoveInterpreting.By(action)).WithName("Interpreting_" + action).WithSummary($"Move a telephone translation: {action}").AcceptIdempotencyKey();
        }

        return group;
    }
}
