using Cnaim.Gateway.Counter.Calls;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Cases;

/// <summary>One case of the acting office at its centre, with the version that was seen.</summary>
internal abstract class CasePage : CounterPage
{
    /// <summary>The one move that says why, on a page of its own.</summary>
    public const string Close = "close";

    /// <summary>Who works on cases.</summary>
    public static readonly string[] Roles = ["mediator", "office-agent", "focal-point", "coordinator", "municipal-officer"];

    public Case Case { get; private set; } = null!;

    /// <summary>As it was seen when the form was made; what is sent holds for that version alone.</summary>
    [BindProperty]
    public string? Version { get; set; }

    /// <summary>The state that was seen with it.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Whether somebody changed it meanwhile: then both are shown, and what is asked next holds for what is now.</summary>
    public bool IsChanged { get; private set; }

    protected async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!Roles.Contains(Staff.Role, StringComparer.Ordinal))
        {
            return NotFound();
        }

        var answer = await Calls.GetAsync<Case>(Staff.Office, $"/v1/cases/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        (Case, Version) = (answer.Value, answer.ETag);
        Work.Take(WorkBehind.Case, id, Case.PersonId);
        Seen = IsChanged ? Seen : Case.State;
        return Page();
    }

    protected async Task<IActionResult> MoveAsync(Guid id, string move, object? body, CancellationToken cancellationToken)
    {
        var answer = await Calls.SendAsync<Case>(
            new ServiceRequest(Staff.Office, HttpMethod.Post, $"/v1/cases/{id}/{ServiceCalls.Id(move)}") { Body = body, IdempotencyKey = $"{FormKey}-{move}", IfMatch = Version }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("case-" + move);
            return LocalRedirect($"/cases/{id}");
        }

        // A move that the other change has made impossible is a change too: the person at the counter sees both states.
        IsChanged = answer.Problem.IsStale || answer.Problem.Code is "case-move-not-allowed";
        Errors.Add(answer.Problem.IsStale || !IsChanged ? answer.Problem : new ServiceProblem { Status = StatusCodes.Status412PreconditionFailed }, Words);
        Response.StatusCode = IsChanged ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        Key = null; // what is sent next is another wish
        return await ShowAsync(id, cancellationToken);
    }
}
