using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Operations;

/// <summary>S30: tries a message again, or all that failed alike; asked on a page of its own.</summary>
internal sealed class RetryModel : CounterPage
{
    public string Service { get; private set; } = "";

    /// <summary>The message that was chosen; the service knows it under no other name.</summary>
    public StuckMessage Message { get; private set; } = null!;

    public IReadOnlyList<StuckMessage> Alike { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string service, Guid message, CancellationToken cancellationToken)
    {
        if (Staff.Role is not "administrator" || await OverviewModel.AskAsync(Calls, service, cancellationToken) is not { } messages)
        {
            return NotFound();
        }

        if (messages.Kinds.FirstOrDefault(kind => kind.Any(one => one.MessageId == message)) is not { } kind)
        {
            return messages.IsSilent ? Missing(ServiceProblem.Silent) : NotFound();
        }

        (Service, Alike, Message) = (service, [.. kind], kind.First(one => one.MessageId == message));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string service, Guid message, string what, CancellationToken cancellationToken)
    {
        var shown = await OnGetAsync(service, message, cancellationToken);
        if (Message is null)
        {
            return shown;
        }

        foreach (var one in what is "all" ? Alike : [Message])
        {
            var answer = await Calls.SendAsync<object>(new ServiceRequest(service, HttpMethod.Post, "/operator/errors/retry") { Body = new { messageId = one.MessageId } }, cancellationToken);
            if (!answer.IsGood)
            {
                return Again(answer.Problem);
            }
        }

        Tell("retry");
        return LocalRedirect("/operations");
    }
}
