using System.Text.Json;
using Cnaim.Gateway.Counter.Pages.Screenings;

namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>What a permit lets the receiver see, or would.</summary>
internal sealed record SharedRecord
{
    public SharedPerson? Person { get; init; }

    /// <summary>Of a preview; a fetched record has them with the person.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyDictionary<string, JsonElement> Answers { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>The questions in words; null where screening did not give them.</summary>
    public QuestionBook? Book { get; init; }

    public IEnumerable<string> SpokenLanguages => Languages.Concat(Person?.Languages ?? []).Distinct(StringComparer.Ordinal);
}

/// <summary>Who the person is, as far as they agreed.</summary>
internal record SharedPerson
{
    public IReadOnlyList<string> GivenNames { get; init; } = [];

    public IReadOnlyList<string> FamilyNames { get; init; } = [];

    public string? NameInScript { get; init; }

    public string? KnownAs { get; init; }

    public string? Birth { get; init; }

    public IReadOnlyList<string> Nationalities { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];
}
