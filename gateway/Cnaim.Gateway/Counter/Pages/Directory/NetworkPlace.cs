using System.Text.Json.Serialization;

namespace Cnaim.Gateway.Counter.Pages.Directory;

/// <summary>A place of the network.</summary>
internal sealed record NetworkPlace
{
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public string Slug { get; init; } = "";

    public string? Status { get; init; }

    public string? Closed { get; init; }

    public string? Municipality { get; init; }

    public string? Transportation { get; init; }

    public string? Email { get; init; }

    public IReadOnlyList<NetworkAddress> Addresses { get; init; } = [];

    public IReadOnlyList<NetworkPhone> Phones { get; init; } = [];

    public IReadOnlyList<NetworkSchedule> Schedules { get; init; } = [];

    [JsonPropertyName("as_of")]
    public string? AsOf { get; init; }

    public bool IsOpened => Closed is null && Status is not ("closed" or "planned" or "announced");

    public string? Address => Addresses is [var address, ..] ? string.Join(", ", new[] { address.Street, address.PostalCode, address.City }.OfType<string>()) : null;
}

/// <summary>Where it is.</summary>
internal sealed record NetworkAddress
{
    [JsonPropertyName("address_1")]
    public string? Street { get; init; }

    [JsonPropertyName("postal_code")]
    public string? PostalCode { get; init; }

    public string? City { get; init; }
}
