using System.Text.Json;

namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>What the permit lets the receiver see.</summary>
internal sealed record SharedRecord(SharedPerson? Person, IReadOnlyDictionary<string, JsonElement> Answers, IReadOnlyList<string> Categories, DateTimeOffset TakenAt);

/// <summary>Who the person is, as far as they agreed.</summary>
internal sealed record SharedPerson
{
    public IReadOnlyList<string> GivenNames { get; init; } = [];

    public IReadOnlyList<string> FamilyNames { get; init; } = [];

    public string? KnownAs { get; init; }

    public string? Birth { get; init; }

    public IReadOnlyList<string> Nationalities { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];
}
