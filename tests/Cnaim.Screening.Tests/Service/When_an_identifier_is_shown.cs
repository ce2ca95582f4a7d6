using System.Net;
using System.Text;
using Dapper;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_an_identifier_is_shown(ScreeningPlatform platform)
{
    private const string Nif = "136695973";

    [Fact]
    public async Task Should_be_kept_masked_and_shown_in_full_to_who_has_the_right()
    {
        using var mediator = platform.Client(centre: "cnaim-beja");
        using var reception = platform.Client(centre: "cnaim-beja", role: "reception");
        var created = await mediator.PostAsync("/v1/people", new { givenNames = "Zambujeiro", identifiers = new[] { new { type = "nif", value = "136 695 973" } } });
        var path = $"/v1/people/{created["id"]}/identifiers";
        var added = await reception.PostAsync(path, new { type = "passport", value = "L898902C3", country = "UA", checkDigit = "6" });
        ((string)added["value"]!).ShouldBe("***2C3");
        var (_, list, headers) = await reception.SendAsync(HttpMethod.Get, path);
        list["items"]!.AsArray().Select(item => (string)item!["value"]!).ShouldBe(["***973", "***2C3"]);
        headers.ETag!.Tag.ShouldBe("\"2\"");
        var one = $"{path}/{list["items"]![0]!["id"]}";
        (await reception.SendAsync(HttpMethod.Get, one)).Status.ShouldBe(HttpStatusCode.Forbidden);
        ((string)(await mediator.SendAsync(HttpMethod.Get, one)).Body["value"]!).ShouldBe(Nif);
        (await mediator.SendAsync(HttpMethod.Post, path, $$"""{"type":"nif","value":"{{Nif}}"}""")).Body.Code().ShouldBe("identifier-known");
        (await mediator.SendAsync(HttpMethod.Delete, one)).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        var (status, _, after) = await mediator.SendAsync(HttpMethod.Delete, one, ifMatch: "\"2\"");
        (status, after.ETag!.Tag).ShouldBe((HttpStatusCode.NoContent, "\"3\""));
        (await mediator.SendAsync(HttpMethod.Get, one)).Body.Code().ShouldBe("identifier-not-found");
    }

    [Fact]
    public async Task Should_need_a_reason_against_its_check_digit_and_no_client_has_one()
    {
        using var counter = platform.Client();
        using var partner = platform.Client(role: "partner-client");
        var wrong = new { type = "nif", value = "501964842" };
        var (status, problem, _) = await counter.SendAsync(HttpMethod.Post, "/v1/people", """{"identifiers":[{"type":"nif","value":"136695973"},{"type":"nif","value":"501964842"}]}""");
        (status, problem.Code()).ShouldBe((HttpStatusCode.UnprocessableEntity, "identifier-unlikely"));
        problem.Errors().ShouldBe(["identifiers[1].value"]);
        problem.ToJsonString().ShouldNotContain(wrong.value);
        var person = await counter.RegisterAsync("Medronheiro");
        await counter.PostAsync($"/v1/people/{person}/identifiers", new { wrong.type, wrong.value, @override = "as printed on the card" });
        var refused = await partner.PostAsync($"/v1/people/{person}/identifiers", new { wrong.type, wrong.value, @override = "as printed on the card" }, HttpStatusCode.UnprocessableEntity);
        refused.Code().ShouldBe("identifier-invalid");
        (await counter.SendAsync(HttpMethod.Put, $"/v1/people/{person}", """{"givenNames":"Medronheiro","identifiers":[{"type":"nif","value":"136695973"}]}""", ifMatch: "*")).Body.Errors().ShouldBe(["identifiers"]);
    }

    [Fact]
    public async Task Should_find_the_person_where_it_was_shown_and_nowhere_else()
    {
        using var here = platform.Client("labour-conditions", "cnaim-lisboa");
        using var centre = platform.Client("labour-conditions", "cnaim-faro");
        using var office = platform.Client("borders", "cnaim-lisboa", "office-agent");
        var niss = new { type = "niss", value = "14165152022" };
        var person = (string)(await here.PostAsync("/v1/people", new { givenNames = "Azinheira", identifiers = new[] { niss } }))["id"]!;
        var search = new { identifier = new { niss.type, value = "14165 152 022" } };
        (await here.PostAsync("/v1/people/search", search, HttpStatusCode.OK))["items"]!.AsArray().Select(hit => (string)hit!["person"]!["id"]!).ShouldBe([person]);
        (await centre.PostAsync("/v1/people/search", search, HttpStatusCode.OK))["items"]!.AsArray().ShouldBeEmpty();
        (await office.PostAsync("/v1/people/search", search, HttpStatusCode.OK))["items"]!.AsArray().ShouldBeEmpty();
        (await here.PostAsync("/v1/people/search", new { identifier = new { type = "niss", value = "14165152023" } }, HttpStatusCode.OK))["items"]!.AsArray().ShouldBeEmpty();
        (await here.PostAsync("/v1/people/search", new { identifier = new { type = "tin", value = "1" } }, HttpStatusCode.UnprocessableEntity)).Code().ShouldBe("search-invalid");
        var again = await here.PostAsync("/v1/people", new { givenNames = "Quite Another Name", birth = "1950", identifiers = new[] { niss } });
        again["suspectedDuplicates"]!.AsArray().Select(hit => (string)hit!["person"]!["id"]!).ShouldBe([person]);
        (await here.SendAsync(HttpMethod.Get, $"/v1/people/{person}/duplicates")).Body["items"]!.AsArray().Select(hit => (string)hit!["person"]!["id"]!).ShouldContain((string)again["id"]!);
    }

    [Fact]
    public async Task Should_be_tried_out_no_oftener_than_a_name()
    {
        using var client = platform.Client("housing", "cnaim-faro");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => client.SendAsync(HttpMethod.Post, "/v1/people/search", $$"""{"identifier":{"type":"health-user-number","value":"{{number}}"} }""")));
        answers.ShouldContain(answer => answer.Status == HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Should_stand_in_clear_nowhere_in_the_database()
    {
        const string Number = "765432198765"; // of no published check
        using var client = platform.Client();
        var person = await client.RegisterAsync("Sobreiro");
        await client.PostAsync($"/v1/people/{person}/identifiers", new { type = "health-user-number", value = Number });
        await client.PostAsync("/v1/people/search", new { identifier = new { type = "health-user-number", value = Number } }, HttpStatusCode.OK);
        foreach (var table in await TablesAsync())
        {
            await using var rows = platform.Database.CreateCommand($"SELECT t::text FROM {table} AS t");
            await using var reader = await rows.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                var row = reader.GetString(0);
                row.ShouldNotContain(Number, Case.Sensitive, table);
                row.ShouldNotContain(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Number)), Case.Sensitive, table);
            }
        }
    }

    // All that the service itself can read, partitions through their parents.
    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var connection = await platform.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        string[] tables = [.. await connection.QueryAsync<string>("""
            SELECT c.oid::regclass::text
            FROM pg_class AS c
            JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p')
              AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND has_table_privilege(c.oid, 'SELECT')
            """)];
        tables.ShouldContain("person_identifier");
        tables.ShouldContain("audit_entry");
        tables.ShouldContain("messaging.idempotency");
        return tables;
    }
}
