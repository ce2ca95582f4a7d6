namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>What a partner uses of what it may use.</summary>
internal sealed record PartnerUsage
{
    public int RequestsPerSecond { get; init; }

    public int MostEndpoints { get; init; }

    public int DaysKept { get; init; }

    public required IReadOnlyList<PartnerEndpointUsage> Endpoints { get; init; }

    public required IReadOnlyList<PartnerDayUsage> Days { get; init; }
}

/// <summary>What waits for an endpoint.</summary>
internal sealed record PartnerEndpointUsage(Guid Id, string Url, string State, int Waiting);

/// <summary>What was sent on a day.</summary>
internal sealed record PartnerDayUsage(DateOnly Day, int Delivered, int Failed);
