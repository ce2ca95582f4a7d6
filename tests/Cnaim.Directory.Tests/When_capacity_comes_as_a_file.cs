using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Cnaim.Testing;

namespace Cnaim.Directory.Tests;

/// <summary>Free places are written as a file, before what the documents say; nothing is written when a row is wrong.</summary>
public sealed class When_capacity_comes_as_a_file(DirectoryUnderTest directory) : IClassFixture<DirectoryUnderTest>
{
    private const string Head = "centre,office,capacity\r\n";
    private const string Imports = "/v1/capacity/imports";

    [Fact]
    public async Task Should_say_line_and_column_of_each_error_and_write_nothing()
    {
        var (status, _) = await SendAsync(Head + "cnaim-lisboa,health,3\r\ncnaim-lisboa,tax,many\r\ncnaim-lisboa,tax,-1\r\n,tax,1\r\ncnaim-lisboa,,1\r\ncnaim-lisboa,tax\r\ncnaim-lisboa,tax,100001\r\ncnaim-lisboa,tax,1.5\r\n");

        status.GetProperty("state").GetString().ShouldBe("refused");
        Errors(status).ShouldBe([(3, "capacity"), (4, "capacity"), (5, "centre"), (6, "office"), (7, "capacity"), (8, "capacity"), (9, "capacity")]);
        (await CapacityAsync("cnaim-lisboa", "health")).ShouldBeNull();
    }

    [Fact]
    public async Task Should_see_what_is_unknown_and_double()
    {
        var (status, _) = await SendAsync(Head + "cnaim-faro,health,1\r\ncnaim-faro,nowhere,1\r\ncnaim-faro,health,2\r\nnowhere,health,1\r\n");
        Errors(status).ShouldBe([(3, "office"), (4, "office"), (5, "office")]);
        (await CapacityAsync("cnaim-faro", "health")).ShouldBeNull();
    }

    [Fact]
    public async Task Should_count_at_once_for_centres_and_candidates_and_be_taken_back()
    {
        const string File = Head + "cnaim-porto,housing,0\r\ncnaim-porto,health,7\r\n";
        (await SendAsync(File, dryRun: true)).Status.GetProperty("rows").GetInt32().ShouldBe(2);
        (await CapacityAsync("cnaim-porto", "health")).ShouldBeNull("a dry run writes nothing");
        (await CandidatesAsync()).ShouldContain("cnaim-porto");
        using var before = await AskAsync(HttpMethod.Get, "/v1/centres/cnaim-porto");
        using var candidates = await AskAsync(HttpMethod.Get, "/v1/candidates?request=housing&area=1312");

        var (done, id) = await SendAsync(File);

        done.GetProperty("state").GetString().ShouldBe("done");
        (await CapacityAsync("cnaim-porto", "health")).ShouldBe(7);
        (await CapacityAsync("cnaim-porto", "housing")).ShouldBe(0);
        (await CandidatesAsync()).ShouldNotContain("cnaim-porto");
        (await StatusAsync("/v1/centres/cnaim-porto", before.Headers.ETag!)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("/v1/candidates?request=housing&area=1312", candidates.Headers.ETag!)).ShouldBe(HttpStatusCode.OK);
        (await SqlAsync<long>($"SELECT count(*) FROM audit_entry WHERE action = 'capacity.imported' AND record_id = '{id}'")).ShouldBe(1);

        await SendAsync(Head + "cnaim-porto,housing,\r\n");
        (await CapacityAsync("cnaim-porto", "housing")).ShouldBeNull();
        (await CandidatesAsync()).ShouldContain("cnaim-porto");
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("json", "application/json")]
    public async Task Should_take_back_what_it_has_given_out_and_write_only_what_is_new(string format, string type)
    {
        await SendAsync(Head + "cnaim-beja,tax,4\r\n");
        using var given = await AskAsync(HttpMethod.Get, "/v1/export/capacity?format=" + format);
        given.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        var file = await given.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var before = await SqlAsync<long>("SELECT sum(version) FROM office_capacity");

        (await SendAsync(file, type: type)).Status.GetProperty("state").GetString().ShouldBe("done");

        (await SqlAsync<long>("SELECT sum(version) FROM office_capacity")).ShouldBe(before);
        (await CapacityAsync("cnaim-beja", "tax")).ShouldBe(4);
    }

    [Fact]
    public async Task Should_take_a_list_of_objects_and_tell_a_missing_number_from_none()
    {
        var (wrong, _) = await SendAsync("""[{"centre":"cnaim-beja","office":"health","capacity":2},{"centre":"cnaim-beja","office":"social-security"},{"centre":"cnaim-beja","office":"tax","capacity":true}]""", type: "application/json");
        Errors(wrong).ShouldBe([(3, "capacity"), (4, "capacity")]);
        (await SendAsync("""[{"centre":"cnaim-beja","office":"health","capacity":2},{"centre":"cnaim-beja","office":"social-security","capacity":null}]""", type: "application/json")).Status.GetProperty("state").GetString().ShouldBe("done");
        (await CapacityAsync("cnaim-beja", "health")).ShouldBe(2);
    }

    [Fact]
    public async Task Should_outlast_another_loading_of_the_documents()
    {
        await SendAsync(Head + "cnaim-lisboa,education,9\r\n");
        await SqlAsync<object?>("UPDATE directory_version SET checksum = 'older' RETURNING only_one");
        await using (await directory.StartAsync(directory.Database))
        {
            (await SqlAsync<string>("SELECT checksum FROM directory_version")).ShouldNotBe("older");
        }

        (await CapacityAsync("cnaim-lisboa", "education")).ShouldBe(9);
    }

    [Fact]
    public async Task Should_keep_a_coordinator_to_the_own_centre_and_a_file_to_its_kind()
    {
        var coordinator = directory.Token(new RightsMatrix.Caller("coordinator", "reception", "cnaim-faro", ""));
        (await SendAsync(Head + "cnaim-lisboa,health,1\r\n", token: coordinator)).Status.GetProperty("errors")[0].GetProperty("column").GetString().ShouldBe("centre");
        var (done, id) = await SendAsync(Head + "cnaim-faro,tax,5\r\n", token: coordinator);
        done.GetProperty("state").GetString().ShouldBe("done");
        foreach (var (path, token) in new[] { ($"{Imports}/{id}", Administrator), ($"/v1/focal-points/imports/{id}", coordinator) })
        {
            using var hidden = await AskAsync(HttpMethod.Get, path, token: token);
            hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        using var nobody = await AskAsync(HttpMethod.Post, Imports, Head, token: directory.TokenOf("mediator", "reception"));
        nobody.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var key = Guid.NewGuid().ToString();
        using var first = await AskAsync(HttpMethod.Post, Imports + "?dryRun=true", Head, key: key);
        using var other = await AskAsync(HttpMethod.Post, "/v1/focal-points/imports?dryRun=true", Head, key: key);
        (first.StatusCode, other.StatusCode).ShouldBe((HttpStatusCode.Accepted, HttpStatusCode.UnprocessableEntity));
        using var format = await AskAsync(HttpMethod.Get, "/v1/export/capacity?format=xml");
        format.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private string Administrator => directory.Token(new RightsMatrix.Caller("administrator", "identity", "", ""));

    private static List<(int, string?)> Errors(JsonElement status) =>
        [.. status.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetString()))];

    private async Task<int?> CapacityAsync(string centre, string office) => (await JsonAsync("/v1/centres/" + centre))
        .GetProperty("offices").EnumerateArray().Single(entry => entry.GetProperty("office").ValueEquals(office)).GetProperty("capacity") is { ValueKind: JsonValueKind.Number } capacity ? capacity.GetInt32() : null;

    private async Task<IReadOnlyList<string?>> CandidatesAsync() =>
        [.. (await JsonAsync("/v1/candidates?request=housing&area=1312")).GetProperty("items").EnumerateArray().Select(candidate => candidate.GetProperty("centre").GetString())];

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await AskAsync(HttpMethod.Get, path);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<HttpStatusCode> StatusAsync(string path, EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Administrator);
        request.Headers.IfNoneMatch.Add(known);
        using var answer = await directory.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<(JsonElement Status, string Id)> SendAsync(string file, bool dryRun = false, string type = "text/csv", string? token = null)
    {
        using var answer = await AskAsync(HttpMethod.Post, Imports + (dryRun ? "?dryRun=true" : ""), file, type, token: token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var end = TimeProvider.System.GetUtcNow().AddMinutes(1);
        while (true)
        {
            using var asked = await AskAsync(HttpMethod.Get, answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.OriginalString, token: token);
            var status = JsonElement.Parse(await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            if (status.GetProperty("state").GetString() is "done" or "refused")
            {
                return (status, status.GetProperty("id").GetString()!);
            }

            (TimeProvider.System.GetUtcNow() < end).ShouldBeTrue(status.GetRawText());
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string? body = null, string type = "text/csv", string? key = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Administrator);
        if (method == HttpMethod.Post)
        {
            request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        }

        return await directory.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<T> SqlAsync<T>(string sql) => (T)(await Cnaim.Testing.Edge.PostgresFixture.ExecuteAsync(directory.Database, sql))!;
}
