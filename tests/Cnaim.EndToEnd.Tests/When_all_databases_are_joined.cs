using System.Text.RegularExpressions;
using Cnaim.EndToEnd.Tests.Support;
using Dapper;
using Npgsql;

namespace Cnaim.EndToEnd.Tests;

/// <summary>Runs late, on all that the suite did: joins the databases of all services on every column and looks for a value by which two of them know the same person.</summary>
public sealed partial class When_all_databases_are_joined(PlatformFixture fixture)
{
    // The same program wrote them: names and digests of schema files, keys of the platform's own tokens, codes of the law and of the directory.
    private static readonly string[] OfTheProgram = ["schema_migration.", "rules_version.", "hsds_resource.", "signing_key."];

    [Fact]
    public async Task Should_share_no_value_that_identifies_a_person()
    {
        using var api = new Api(fixture.Platform);
        var referral = (await api.ReferAsync(Api.Lisbon)).Id;
        await api.ShouldReachAsync(Api.Agent("health"), referral, "requested");

        var (shared, permitted) = await JoinAsync();

        shared.ShouldBeEmpty();
        permitted.ShouldBeGreaterThan(0); // ids of referrals and messages, each between their two parties: of this one at least
    }

    [Theory]
    [InlineData("person_ref", "SELECT ref FROM person_ref WHERE office = 'health' ORDER BY ref LIMIT 1")]
    [InlineData("person_id", "SELECT replace(person_id::text, '-', '') FROM person ORDER BY person_id LIMIT 1")]
    [InlineData("name", "SELECT given_names[1] FROM person WHERE given_names[1] ~ '^[A-Z][a-z]{4,}-' ORDER BY 1 LIMIT 1")]
    public async Task Should_find_a_value_of_a_person_in_another_office(string kind, string sql)
    {
        var value = await Rows.ScalarAsync<string>(fixture.Platform, "screening", sql);
        await using var tax = new NpgsqlConnection(fixture.Platform.Handle.OwnerConnectionString("tax"));
        await tax.ExecuteAsync("INSERT INTO messaging.stream_in (source, stream_id, audience, consumer, last_version) VALUES (@value, gen_random_uuid(), 'planted', 'planted', 1)", new { value });
        try
        {
            var (shared, _) = await JoinAsync();

            shared.ShouldContain(hit => hit.Contains("tax:messaging.stream_in.source", StringComparison.Ordinal), kind);
        }
        finally
        {
            await tax.ExecuteAsync("DELETE FROM messaging.stream_in WHERE audience = 'planted'");
        }
    }

    // Ids in any writing, references of people, numbers of processes and documents, digests; and whatever is long and has letters and digits.
    [GeneratedRegex("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[A-Z]-[0-9]{4}-[0-9]{6,9}-[0-9]|[A-Za-z0-9_+=-]{16,}|[0-9]{9,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Tokens();

    // Whole words: the letters between the digits of an id are nobody's name.
    [GeneratedRegex("(?<![\\p{L}\\p{M}\\p{Nd}'-])[\\p{L}\\p{M}'-]{5,}(?![\\p{L}\\p{M}\\p{Nd}'-])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Words();

    private async Task<(IReadOnlyList<string> Shared, int Permitted)> JoinAsync()
    {
        var handle = fixture.Platform.Handle;
        var databases = fixture.Platform.Demo.Databases.Keys.ToDictionary(code => code, handle.OwnerConnectionString, StringComparer.Ordinal);
        string[] offices = [.. databases.Keys.Where(code => code is not ("screening" or "directory" or "identity" or "mediation" or "subscriptions" or "gateway"))];
        var names = await NamesAsync(databases["screening"], databases["directory"], databases["mediation"]);
        var values = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var (code, connection) in databases)
        {
            values[code] = await DatabaseValues.ReadAsync(connection, text => TokensOf(text, names));
        }

        var rules = await Permitted.ReadAsync(databases, offices);
        var common = values.SelectMany(database => database.Value.Where(value => !OfTheProgram.Any(value.Value.StartsWith))
                .Select(value => (Token: value.Key, Code: database.Key, Place: $"{database.Key}:{value.Value}")))
            .GroupBy(value => value.Token, StringComparer.OrdinalIgnoreCase).Where(group => group.Select(value => value.Code).Distinct(StringComparer.Ordinal).Skip(1).Any()).ToList();
        var subjects = values["identity"];
        var hits = common.Where(group => !rules.Allows(group.Key, group.Select(value => value.Code))).ToList();
        return ([.. hits.Where(group => !subjects.ContainsKey(group.Key)).Select(group => $"{group.Key} in {string.Join(" and ", group.Select(value => value.Place))}")], common.Count - hits.Count);
    }

    private static IEnumerable<string> TokensOf(string text, IReadOnlySet<string> names) =>
        Tokens().Matches(text).Select(match => match.Value).Where(IsTelling).Select(token => Guid.TryParse(token, out var id) ? id.ToString("N") : token)
            .Concat(Words().Matches(text).Select(match => match.Value).Where(names.Contains));

    // A word of letters alone is a code; an id, a digest or a number has digits.
    private static bool IsTelling(string token) => token.Any(char.IsAsciiDigit) || token.Length is 26;

    // Some people are called like a place or like an association: what the network publishes is nobody's name.
    private static async Task<IReadOnlySet<string>> NamesAsync(string screening, string directory, string mediation)
    {
        await using var connection = new NpgsqlConnection(screening);
        var names = await connection.QueryAsync<string>("SELECT DISTINCT unnest(given_names || family_names || ARRAY[name_in_script, known_as]) FROM person");
        var published = (await DatabaseValues.ReadAsync(directory, text => Words().Matches(text).Select(match => match.Value))).Keys
            .Concat(await OfMediationAsync(mediation)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.OfType<string>().SelectMany(name => Words().Matches(name).Select(match => match.Value)).Where(name => !published.Contains(name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static async Task<IEnumerable<string>> OfMediationAsync(string mediation)
    {
        await using var connection = new NpgsqlConnection(mediation);
        return (await connection.QueryAsync<string>("SELECT name FROM association UNION ALL SELECT display_name FROM mediator")).SelectMany(name => Words().Matches(name).Select(match => match.Value));
    }
}
