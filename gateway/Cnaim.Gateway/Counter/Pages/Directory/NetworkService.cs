using System.Text.Json.Serialization;

namespace Cnaim.Gateway.Counter.Pages.Directory;

/// <summary>A service of the network as HSDS 3 describes it, with its places.</summary>
internal sealed record NetworkService
{
    public Guid Id { get; init; }

    public required string Name { get; init; }

    [JsonPropertyName("alternate_name")]
    public string? AlternateName { get; init; }

    public string? Description { get; init; }

    public string Category { get; init; } = "";

    [JsonPropertyName("free_of_charge")]
    public bool? FreeOfCharge { get; init; }

    public IReadOnlyList<NetworkPhone> Phones { get; init; } = [];

    public IReadOnlyList<NetworkSchedule> Schedules { get; init; } = [];

    [JsonPropertyName("as_of")]
    public string? AsOf { get; init; }

    public NetworkOrganization? Organization { get; init; }

    [JsonPropertyName("service_at_locations")]
    public IReadOnlyList<ServiceAtPlace> AtPlaces { get; init; } = [];

    public bool IsFree => FreeOfCharge is true;

    /// <summary>Its Portuguese name is the one that stands on its door.</summary>
    public string Title => AlternateName?.Split(';')[0].Trim() is { Length: > 0 } portuguese ? portuguese : Name;

    /// <summary>The places that have not closed and are not only announced.</summary>
    public IEnumerable<NetworkPlace> Places => AtPlaces.Select(at => at.Location).OfType<NetworkPlace>().Where(place => place.IsOpened);
}

/// <summary>A service at a place.</summary>
internal sealed record ServiceAtPlace(NetworkPlace? Location);

/// <summary>Whose service it is.</summary>
internal sealed record NetworkOrganization
{
    public required string Name { get; init; }

    [JsonPropertyName("alternate_name")]
    public string? AlternateName { get; init; }

    public string? Website { get; init; }

    public string Title => AlternateName?.Split(';')[0].Trim() is { Length: > 0 } portuguese ? portuguese : Name;
}

/// <summary>A telephone number.</summary>
internal sealed record NetworkPhone(string Number);

/// <summary>A page of services.</summary>
internal sealed record NetworkServices(IReadOnlyList<NetworkService> Contents);
