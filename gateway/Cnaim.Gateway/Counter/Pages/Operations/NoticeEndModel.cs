using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Notices;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Operations;

/// <summary>S30: a notice that is over sooner; asked on a page of its own.</summary>
internal sealed class NoticeEndModel(CurrentNotices notices) : CounterPage
{
    public Notice Notice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Notice>("directory", $"/v1/notices/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Notice = answer.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var shown = await OnGetAsync(id, cancellationToken);
        if (Notice is null)
        {
            return shown;
        }

        var answer = await Calls.SendAsync<Notice>(new ServiceRequest("directory", HttpMethod.Post, $"/v1/notices/{id}/end"), cancellationToken);
        if (!answer.IsGood)
        {
            return Again(answer.Problem);
        }

        notices.Forget();
        Tell("notice-end");
        return LocalRedirect("/operations");
    }
}
