using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28: endpoints that get nothing any more until their partner does something, and what waits for each.</summary>
internal sealed class FailingModel : PartnerPage
{
    public IReadOnlyList<PartnerEndpointUsage> Items { get; private set; } = [];

    public IReadOnlyList<PartnerNotice> Notices { get; private set; } = [];

    public static bool IsFailing(PartnerEndpointUsage endpoint) => endpoint.State is "error" or "disabled";

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

    /// <summary>Goes on with the head of the lane: nothing was skipped. A disabled endpoint is asked for its challenge first.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string state, CancellationToken cancellationToken)
    {
        var problem = state is "disabled"
            ? (await DoAsync<DeliveryAttempt>($"{Endpoints}/{id}/verify", null, cancellationToken)).Problem
            : (await DoAsync<PartnerEndpoint>($"{Endpoints}/{id}/resume", null, cancellationToken)).Problem;
        if (problem is null)
        {
            Tell("endpoint-resubmit");
            return LocalRedirect($"/partners/endpoints/{id}");
        }

        Errors.Add(problem, Words);
        return await OnGetAsync(cancellationToken);
    }
}

/// <summary>Something that a partner should do something about.</summary>
internal sealed record PartnerNotice(Guid Id, Guid? EndpointId, string Kind, string? Detail, DateTimeOffset CreatedAt);

/// <summary>Notices, newest first.</summary>
internal sealed record PartnerNoticeList(IReadOnlyList<PartnerNotice> Items, string? Next);
