using Cnaim.Gateway.Counter.Calls;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>One referral of the acting office at its centre, with the version that was seen.</summary>
internal abstract class ReferralPage : CounterPage
{
    public Referral Referral { get; private set; } = null!;

    /// <summary>As it was seen when the form was made; what is sent holds for that version alone.</summary>
    [BindProperty]
    public string? Version { get; set; }

    /// <summary>The state that was seen with it.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Whether somebody changed it meanwhile: then both are shown, and what is asked next holds for what is now.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Who did something: the own account, a colleague, the other office, or the clock.</summary>
    public string Who(string by) => by switch
    {
        "system" => Words["Who_system"],
        _ when string.Equals(by, Staff.Subject, StringComparison.Ordinal) => Words["Who_self"],
        _ when Referral.Parties.Contains(by, StringComparer.Ordinal) => Words.Format("Who_office", Words.Office(by)),
        _ => Words["Who_colleague"],
    };

    /// <summary>Reads it; null when there is a page to show.</summary>
    protected async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Referral>(Staff.Office, $"/v1/referrals/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Referral = answer.Value;
        Work.Take(WorkBehind.Referral, id, Referral.PersonId);
        (Version, Seen) = IsChanged || Version is null ? (answer.ETag, IsChanged ? Seen : Referral.Status) : (Version, Seen);
        return null;
    }

    /// <summary>Sends a move or a reminder; null when it was done.</summary>
    protected async Task<IActionResult?> SendAsync(Guid id, string move, object? body, CancellationToken cancellationToken)
    {
        var answer = await Calls.SendAsync<Referral>(
            new ServiceRequest(Staff.Office, HttpMethod.Post, $"/v1/referrals/{id}/{ServiceCalls.Id(move)}") { Body = body, IdempotencyKey = $"{FormKey}-{move}", IfMatch = Version }, cancellationToken);
        if (answer.IsGood)
        {
            return null;
        }

        // A move that the other change has made impossible is a change too: the person at the counter sees both states.
        IsChanged = answer.Problem.IsStale || answer.Problem.Code is "move-not-allowed";
        if (await LoadAsync(id, cancellationToken) is { } missing)
        {
            return missing;
        }

        if (IsChanged)
        {
            Errors.Add(null, Changed());
            Key = null; // what is sent next is another wish
        }
        else
        {
            Errors.Add(answer.Problem, Words);
        }

        Response.StatusCode = IsChanged ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    // M10: the newest line of the history is the change.
    private string Changed() => Referral.Timeline is [.., var last] ? Words.Format("Msg_M10", Who(last.By), Words.Time(last.At)) : Words["Problem_stale"];
}
