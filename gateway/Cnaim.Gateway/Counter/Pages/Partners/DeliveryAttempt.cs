namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>One request to a partner and what came back.</summary>
internal sealed record DeliveryAttempt
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required string WebhookId { get; init; }

    public int Number { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public int DurationMilliseconds { get; init; }

    public required string Outcome { get; init; }

    public required string RequestUrl { get; init; }

    public string? RequestHeaders { get; init; }

    public required string RequestBody { get; init; }

    public int? Status { get; init; }

    public string? ResponseHeaders { get; init; }

    public string? ResponseBody { get; init; }
}

/// <summary>Attempts, newest first.</summary>
internal sealed record DeliveryAttemptList(IReadOnlyList<DeliveryAttempt> Items, string? Next);
