using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: one change that somebody asked for, and its decision by somebody else.</summary>
/// <param name="service">Whose it is.</param>
/// <param name="list">The path of the changes there; a decision is made below it.</param>
/// <param name="back">The page with the list.</param>
internal abstract class DecisionPage<TChange>(string service, string list, string back) : AdminPage, IDecisionPage
    where TChange : class, IAskedChange
{
    public TChange Change { get; private set; } = null!;

    public bool IsOpen => Change.Decision is null;

    public bool IsOwn => string.Equals(Change.RequestedBy, Staff.Subject, StringComparison.Ordinal);

    public string Back => back;

    public async Task<IActionResult> OnGetAsync(Guid change, CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var answer = await Calls.GetAsync<ChangeList<TChange>>(service, list, cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        if (answer.Value.Items.FirstOrDefault(one => one.ChangeId == change) is not { } found)
        {
            return NotFound();
        }

        Change = found;
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(Guid change, string what, CancellationToken cancellationToken)
    {
        if (!IsAllowed || what is not ("approve" or "reject"))
        {
            return NotFound();
        }

        var answer = await Calls.SendAsync<DecidedChange>(new ServiceRequest(service, HttpMethod.Post, $"{list}/{change}/{what}") { IdempotencyKey = FormKey }, cancellationToken);
        if (!answer.IsGood)
        {
            Errors.Add(answer.Problem, Words);
        }
        else if (!Shows(answer.Value))
        {
            Tell("admin-change-" + what);
            return LocalRedirect(back);
        }

        return await OnGetAsync(change, cancellationToken);
    }

    public string Who(string? subject) => AdminNames.Who(Words, subject, Staff.Subject);

    /// <summary>Whether the answer holds something that only this page may show, once.</summary>
    protected virtual bool Shows(DecidedChange decided) => false;
}
