using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cnaim.Demo.Gateway;
using Cnaim.EndToEnd.Tests.Support;
using Dapper;
using Npgsql;

namespace Cnaim.EndToEnd.Tests;

/// <summary>Runs last: whatever the suite told the platform about persons is looked for wherever it must not be.</summary>
public sealed partial class When_everything_has_been_played(PlatformFixture fixture) : IDisposable
{
    private const string Name = "Zulmirinha";
    private const string Birth = "1913-02-27";
    private const string HealthWord = "pneumoconiose";
    private const int ShortestName = 5;
    private readonly Api _api = new(fixture.Platform);

    [Fact]
    public async Task Should_have_left_no_trace_of_a_person()
    {
        await LeaveWordsEverywhereAsync();
        await Task.Delay(TimeSpan.FromSeconds(21), TestContext.Current.CancellationToken); // one interval of the metrics
        var words = new HashSet<string>(await NamesAsync(), StringComparer.OrdinalIgnoreCase) { Name, Birth, HealthWord };
        words.Count.ShouldBeGreaterThan(20); // of persons of the suite and of the demo
        var places = await Traces.CollectAsync(fixture.Platform);
        places.Any(place => place.Place is "telemetry" && place.Text.Contains("http.response.status_code", StringComparison.Ordinal)).ShouldBeTrue();

        var hits = places.SelectMany(place => FoundIn(place.Text, words).Select(word => $"{place.Place}: {word}")).Distinct();

        hits.ShouldBeEmpty();
    }

    public void Dispose() => _api.Dispose();

    // Words and birth dates, also of other scripts.
    [GeneratedRegex("[\\p{L}\\p{M}'-]{5,}|[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Words();

    // Hundreds of megabytes: no match becomes a string of its own.
    private static HashSet<string> FoundIn(string text, HashSet<string> words)
    {
        var (found, known) = (new HashSet<string>(StringComparer.Ordinal), words.GetAlternateLookup<ReadOnlySpan<char>>());
        foreach (var match in Words().EnumerateMatches(text))
        {
            if (known.TryGetValue(text.AsSpan(match.Index, match.Length), out var word))
            {
                found.Add(word);
            }
        }

        return found;
    }

    private async Task<IEnumerable<string>> NamesAsync()
    {
        await using var screening = new NpgsqlConnection(fixture.Platform.Demo.Databases["screening"]);
        var names = await screening.QueryAsync<string>("SELECT DISTINCT unnest(given_names || family_names || ARRAY[name_in_script, known_as]) FROM person");
        return names.OfType<string>().Where(IsName).SelectMany(name => Words().Matches(name).Select(match => match.Value)).Where(word => word.Length >= ShortestName && !IsCode(word));
    }

    // The attacks register names that are SQL, markup and formulas: their words are the platform's own.
    private static bool IsName(string name) => !name.Any(letter => char.IsAsciiDigit(letter) || ";<>=()%{}$\"".Contains(letter, StringComparison.Ordinal));

    // The demo has persons whose names are also words of the platform, such as Alegre: the tests' own names are not.
    private static bool IsCode(string word) => word.All(char.IsAsciiLetterLower);

    // In every field that takes text, where it belongs and where it does not: wrong types, wrong places, broken bodies, addresses.
    private async Task LeaveWordsEverywhereAsync()
    {
        var health = Api.Agent("health");
        var person = new JsonObject { ["givenNames"] = Name, ["familyNames"] = Name, ["nameInScript"] = Name, ["birth"] = Birth };
        var personId = (await _api.PostAsync(Api.Lisbon, ApiSteps.People, person)).Id;
        await _api.ConsentAsync(Api.Lisbon, personId, "health", "identity", "contact");
        var referral = (await _api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(personId))).Id;
        await _api.ShouldReachAsync(health, referral, "requested");
        await _api.GetAsync(health, $"/api/health/v1/referrals/{referral}/snapshot");
        var refusal = new JsonObject { ["statusReason"] = "other", ["note"] = $"{Name} {HealthWord}" };
        await _api.PostAsync(health, $"/api/health/v1/referrals/{referral}/reject", refusal);
        await _api.ShouldReachAsync(Api.Lisbon, referral, "rejected");
        await WronglyAsync(person, personId);
    }

    private async Task WronglyAsync(JsonObject person, string personId)
    {
        foreach (var wrong in (string[])["birth", "languages", "nationalities", "givenNames"])
        {
            var body = (JsonObject)person.DeepClone();
            body[wrong] = new JsonArray($"{Name} {HealthWord}", 7);
            await _api.PostAsync(Api.Lisbon, ApiSteps.People, body);
        }

        await _api.PostAsync(Api.Lisbon, ApiSteps.People + "/search", new JsonObject { ["name"] = Name, ["birth"] = Birth });
        await _api.SendAsync(Api.Lisbon, HttpMethod.Post, ApiSteps.People, $"{{\"givenNames\":\"{Name}\", {HealthWord}", request => request.Headers.Add("Idempotency-Key", Name));
        await _api.PostAsync(Api.Lisbon, ApiSteps.Interviews, new JsonObject { ["personId"] = Name, ["language"] = HealthWord, ["channel"] = Name });
        foreach (var path in (string[])[$"{ApiSteps.People}/{Name}", $"{ApiSteps.People}/{personId}?name={Name}&birth={Birth}", $"/api/{Name}/v1/{HealthWord}", $"/{Name}?q={HealthWord}", $"/api/health/v1/referrals?direction=received&status={HealthWord}&after={Name}"])
        {
            await _api.GetAsync(Api.Lisbon, path);
            await _api.GetAsync(desk: null, path);
        }

        var interview = await _api.InterviewAsync(Api.Lisbon, personId);
        await _api.PutAsync(Api.Lisbon, $"{ApiSteps.Interviews}/{interview}/answers", new JsonObject { [HealthWord] = Name, ["residence-status"] = HealthWord });
        await _api.PostAsync(new Desk("reception", "cnaim-lisboa", "national-manager", 91), ApiSteps.People, person);
    }
}
