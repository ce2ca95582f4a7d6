using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Notices;
using Cnaim.Gateway.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Cnaim.Gateway.Counter.Pages.Operations;

/// <summary>S30: what has not left and what was not applied, by service. Who answers nothing has a line that says so; the page opens anyway.</summary>
internal sealed class OverviewModel(IOptions<GatewayOptions> gateway, TimeProvider clock) : CounterPage
{
    public IReadOnlyList<ServiceMessages> Services { get; private set; } = [];

    /// <summary>Services whose messages another administrator looks after.</summary>
    public IReadOnlyList<string> Elsewhere { get; private set; } = [];

    /// <summary>What everybody is told now or will be; null where the directory is silent.</summary>
    public IReadOnlyList<Notice>? Notices { get; private set; }

    public DateTimeOffset At { get; private set; }

    public bool IsAllWell => Services.All(service => service is { IsSilent: false, Parked: 0, Stuck.Count: 0 });

    public TimeSpan? Oldest => Services.Select(service => service.Oldest).Min() is { } oldest ? At - oldest : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Staff.Role is not "administrator")
        {
            return NotFound();
        }

        At = clock.GetUtcNow();
        var answers = await Task.WhenAll(gateway.Value.Services.Keys.Select(async code => (Code: code, Messages: await AskAsync(Calls, code, cancellationToken))));
        Services = [.. answers.Select(answer => answer.Messages).OfType<ServiceMessages>()];
        Elsewhere = [.. answers.Where(answer => answer.Messages is null).Select(answer => answer.Code)];
        Notices = (await Calls.GetAsync<NoticeList>("directory", "/v1/notices", cancellationToken)).Value?.Items;
        return Page();
    }

    /// <summary>What waits at a service; null where its messages are not the caller's to see, or it sends none.</summary>
    public static async Task<ServiceMessages?> AskAsync(ServiceCalls calls, string service, CancellationToken cancellationToken)
    {
        var unsent = calls.GetAsync<IReadOnlyList<UnsentMessage>>(service, "/operator/outbox", cancellationToken);
        var stuck = calls.GetAsync<IReadOnlyList<StuckMessage>>(service, "/operator/errors", cancellationToken);
        await Task.WhenAll(unsent, stuck);
        return (await unsent).Problem is { IsMissing: true } ? null : new ServiceMessages(service, (await unsent).Value, (await stuck).Value);
    }
}
