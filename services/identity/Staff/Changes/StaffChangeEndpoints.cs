using Cnaim.Identity.Tokens;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cnaim.Identity.Staff.Changes;

internal static class StaffChangeEndpoints
{
    public static IServiceCollection AddStaffChanges(this IServiceCollection services)
    {
        services.AddProblemCodes(typeof(StaffRefusals));
        services.AddOptions<SeedStaffOptions>().BindConfiguration("Seed").ValidateOnStart();
        services.AddSingleton<IValidateOptions<SeedStaffOptions>, SeedStaffCheck>();
        services.TryAddSingleton<SeedStaff>();
        services.TryAddSingleton<StaffChangeStore>();
        services.TryAddScoped<DecideStaffChange>();
        return services;
    }

    public static RouteGroupBuilder MapStaffChanges(this IEndpointRouteBuilder routes)
    {
        routes.MapStaffNames();
        routes.MapPost("/v1/staff/assignments/search", ReadAssignments.Handle).WithName("StaffAssignments_Search").WithSummary("The present assignments of an account, as far as the caller may change them")
            .WithTags("Staff").RequireRight(Right.StaffRequest);
        var group = routes.MapGroup("/v1/staff/changes").WithTags("Staff").RequireRight(Right.StaffRead);
        group.MapPost("", Ask).WithName("StaffChanges_Request").WithSummary("Asks for an account, an assignment or their end; another decides").RequireRight(Right.StaffRequest)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("", List).WithName("StaffChanges_List").WithSummary("The changes of one's centre, or of the network, newest first");
        group.MapPost("/{changeId:guid}/approve", (Guid changeId, DecideStaffChange decide, Actor actor, CancellationToken cancellationToken) => Decide(changeId, true, decide, actor, cancellationToken))
            .WithName("StaffChanges_Approve").WithSummary("Carries it out").RequireRight(Right.StaffApprove).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPost("/{changeId:guid}/reject", (Guid changeId, DecideStaffChange decide, Actor actor, CancellationToken cancellationToken) => Decide(changeId, false, decide, actor, cancellationToken))
            .WithName("StaffChanges_Reject").WithSummary("Leaves it undone").RequireRight(Right.StaffApprove).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        return group;
    }

    private static async Task<Results<Ok<StaffChange>, ProblemHttpResult>> Ask(
        NewStaffChange request, Actor actor, RightsPolicy rights, ReferenceCodes codes, UserManager<StaffAccount> staff, AssignmentStore assignments, StaffChangeStore changes, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (StaffChangeRules.Check(request, codes) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var account = await staff.FindByNameAsync(request.Account);
        if (request.Kind is StaffChange.Create == (account is not null))
        {
            return StaffRefusals.Impossible.ToProblem();
        }

        // A change of an account concerns all that the account may: each of its assignments must be within the caller's reach.
        var current = account is null ? [] : await assignments.CurrentAsync(account.StaffId, cancellationToken);
        var role = request.Kind is StaffChange.Create or StaffChange.Assign ? request.Role : current.FirstOrDefault(one => one.AssignmentId == request.AssignmentId)?.Role;
        var isWithin = request.Kind is StaffChange.Create or StaffChange.Assign
            ? StaffChangeRules.IsWithin(rights, actor, Right.StaffRequest, role, request.Office, request.Centre)
            : Touched(request, current).All(one => StaffChangeRules.IsWithin(rights, actor, Right.StaffRequest, one.Role, one.Office, one.Centre)
                && string.Equals(one.Office, request.Office, StringComparison.Ordinal) && string.Equals(one.Centre, request.Centre, StringComparison.Ordinal));
        if (!isWithin || (request.AssignmentId is not null && role is null))
        {
            return StaffRefusals.NotFound.ToProblem();
        }

        var change = StaffChange.Of(request, account?.StaffId, role ?? (current.Count > 0 ? current[0].Role : null), actor.Subject, clock.GetUtcNow());
        await changes.AddAsync(change, actor, cancellationToken);
        return TypedResults.Ok(change);
    }

    private static IEnumerable<Assignment> Touched(NewStaffChange request, IReadOnlyList<Assignment> current) =>
        request.AssignmentId is { } id ? current.Where(one => one.AssignmentId == id) : current;

    private static async Task<Ok<StaffChangeList>> List(string? state, Actor actor, RightsPolicy rights, StaffChangeStore changes, CancellationToken cancellationToken)
    {
        var isNetwork = rights.ScopeOf(actor, Right.StaffRead) is RightScope.Network;
        bool? isOpen = state switch { "open" => true, "decided" => false, _ => null };
        return TypedResults.Ok(new StaffChangeList(await changes.ListAsync(isOpen, isNetwork ? null : actor.Office, isNetwork ? null : actor.Centre, cancellationToken)));
    }

    private static async Task<Results<Ok<DecidedStaffChange>, ProblemHttpResult>> Decide(Guid changeId, bool isApproved, DecideStaffChange decide, Actor actor, CancellationToken cancellationToken)
    {
        var decision = await decide.RunAsync(changeId, isApproved, actor, cancellationToken);
        return decision.IsAccepted ? TypedResults.Ok(decision.Event) : decision.Refusal.ToProblem();
    }
}

/// <summary>Changes, newest first.</summary>
internal sealed record StaffChangeList(IReadOnlyList<StaffChange> Items);
