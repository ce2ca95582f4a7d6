using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Emergencies;

/// <summary>S13: a second person looks at why a record was opened, within 24 hours; a "no" ends it at once.</summary>
internal sealed class ConfirmModel(TimeProvider clock) : EmergencyPage(clock)
{
    public static readonly string[] Verdicts = ["justified", "not-justified"];

    [BindProperty]
    public string? Verdict { get; set; }

    public EmergencyAccess Access { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var (items, problem) = await OfCentreAsync(cancellationToken);
        if (problem is not null)
        {
            return Missing(problem);
        }

        if (items.FirstOrDefault(access => access.Id == id) is not { } found)
        {
            return NotFound();
        }

        Access = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var page = await OnGetAsync(id, cancellationToken);
        if (Access is null)
        {
            return page;
        }

        if (!Verdicts.Contains(Verdict, StringComparer.Ordinal))
        {
            Errors.Add(nameof(Verdict), Words["Emergency_VerdictMissing"]);
            return Again();
        }

        var body = new { justified = Verdict is "justified" };
        var answer = await Calls.SendAsync<EmergencyAccess>(new ServiceRequest("screening", HttpMethod.Post, $"{List}/{id}/confirm") { Body = body, IdempotencyKey = FormKey, Purpose = "emergency" }, cancellationToken);
        if (!answer.IsGood)
        {
            Key = null; // what is sent next is another wish
            return Again(answer.Problem);
        }

        Tell("emergency-" + Verdict);
        return LocalRedirect("/emergency-access");
    }
}
