using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28: endpoints that get nothing any more until their partner does something, and what waits for each.</summary>
internal sealed class FailingModel : PartnerPage
{
    private const string Delivered = "delivered";

    // A receiver has 15 seconds for its answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public IReadOnlyList<PartnerEndpointUsage> Items { get; private set; } = [];

    public IReadOnlyList<PartnerNotice> Notices { get; private set; } = [];

    /// <summary>A queue stands among the endpoints too, and is asked for no challenge.</summary>
    public static bool IsFailing(PartnerEndpointUsage endpoint) => endpoint.State is "error" or "disabled" && endpoint.Url.StartsWith("http", StringComparison.Ordinal);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var (usage, notices) = (AskAsync<PartnerUsage>("/v1/usage", cancellationToken), AskAsync<PartnerNoticeList>("/v1/notices", cancellationToken));
        await Task.WhenAll(usage, notices);
        if ((await usage).Problem is { } problem)
        {
            return Missing(problem);
        }

        Items = [.. (await usage).Value!.Endpoints.Where(IsFailing)];
        Notices = (await notices).Value?.Items ?? [];
        return Shown();
    }

    /// <summary>Goes on with the head of the lane: nothing was skipped. A disabled endpoint is asked for its challenge first, and stays disabled unless it echoes it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string state, CancellationToken cancellationToken)
    {
        var isGoing = state is "disabled" ? await VerifyAsync(id, cancellationToken) : await ResumeAsync(id, cancellationToken);
        if (!isGoing)
        {
            Key = null; // the next try is another one, and not the answer to this again
            return await OnGetAsync(cancellationToken);
        }

        Tell("endpoint-resubmit");
        return LocalRedirect($"/partners/endpoints/{id}");
    }

    private async Task<bool> ResumeAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await DoAsync<PartnerEndpoint>($"{Endpoints}/{id}/resume", null, cancellationToken)).Problem is { } problem)
        {
            Errors.Add(problem, Words);
        }

        return Errors.IsEmpty;
    }

    private async Task<bool> VerifyAsync(Guid id, CancellationToken cancellationToken)
    {
        var call = new ServiceRequest(Service, HttpMethod.Post, $"{Endpoints}/{id}/verify") { IdempotencyKey = FormKey, Patience = Patience };
        var answer = await Calls.SendAsync<DeliveryAttempt>(call, cancellationToken);
        if (!answer.IsGood)
        {
            Errors.Add(answer.Problem, Words);
        }
        else if (answer.Value.Outcome is not Delivered)
        {
            Errors.Add(null, Words.Format("Partner_NotResumed", Words.Code("Outcome", answer.Value.Outcome)));
        }

        return Errors.IsEmpty;
    }
}

/// <summary>Something that a partner should do something about.</summary>
internal sealed record PartnerNotice(Guid Id, Guid? EndpointId, string Kind, string? Detail, DateTimeOffset CreatedAt);

/// <summary>Notices, newest first.</summary>
internal sealed record PartnerNoticeList(IReadOnlyList<PartnerNotice> Items, string? Next);
