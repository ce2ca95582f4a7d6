using System.Text.Json;
using Cnaim.Gateway.Counter.Pages.Referrals;

namespace Cnaim.Gateway.Counter.Pages.Emergencies;

/// <summary>What is shown of a person in an emergency; never the residence status.</summary>
internal sealed record OpenedRecord : SharedPerson
{
    /// <summary>Answers on contact, household, health and safety, by question.</summary>
    public IReadOnlyDictionary<string, JsonElement> Answers { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
