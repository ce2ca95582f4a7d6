using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Cnaim.Directory.Tests;

/// <summary>A file is looked at as a whole, and written as a whole or not at all.</summary>
public sealed class When_focal_points_come_as_a_file(DirectoryUnderTest directory) : IClassFixture<DirectoryUnderTest>
{
    private const string Head = "centre,office,holder,validFrom,validTo\r\n";
    private const string Imports = "/v1/focal-points/imports";

    [Fact]
    public async Task Should_say_line_and_column_of_each_error_and_write_nothing()
    {
        var before = await CountAsync();
        var file = Head
            + "cnaim-lisboa,health,desk 1,2040-01-01,2040-01-31\r\n"
            + "cnaim-lisboa,health,desk 1,tomorrow,\r\n"
            + "cnaim-lisboa,health,x,2040-02-01,\r\n"
            + ",health,desk 1,2040-02-01,\r\n";
        var (status, _) = await SendAsync(file);

        status.GetProperty("state").GetString().ShouldBe("refused");
        status.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetString())).ShouldBe([(3, "validFrom"), (4, "holder"), (5, "centre")]);
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Should_see_what_is_taken_unknown_and_double_only_together()
    {
        (await SendAsync(Head + "cnaim-faro,tax,desk 1,2041-01-01,2041-01-31\r\n")).Status.GetProperty("state").GetString().ShouldBe("done");
        var before = await CountAsync();
        var file = Head
            + "cnaim-faro,tax,desk 2,2041-01-31,2041-02-10\r\n"
            + "cnaim-faro,nowhere,desk 2,2041-03-01,\r\n"
            + "cnaim-faro,tax,desk 3,2041-04-01,2041-05-01\r\n"
            + "cnaim-faro,tax,desk 4,2041-05-01,2041-05-02\r\n";

        var (status, _) = await SendAsync(file);

        status.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetString())).ShouldBe([(2, "validFrom"), (3, "office"), (5, "validFrom")]);
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Should_write_nothing_in_a_dry_run_and_the_same_file_then_once()
    {
        var (before, file) = (await CountAsync(), Head + "cnaim-porto,health,desk 1,2042-01-01,2042-01-31\r\ncnaim-porto,health,desk 2,2042-02-01,2042-02-28\r\n");
        var (dry, _) = await SendAsync(file, dryRun: true);
        (dry.GetProperty("state").GetString(), dry.GetProperty("rows").GetInt32(), dry.GetProperty("dryRun").GetBoolean()).ShouldBe(("done", 2, true));
        (await CountAsync()).ShouldBe(before);

        var key = Guid.NewGuid().ToString();
        var (first, id) = await SendAsync(file, key: key);
        var (_, again) = await SendAsync(file, key: key);
        first.GetProperty("state").GetString().ShouldBe("done");
        again.ShouldBe(id);
        (await CountAsync()).ShouldBe(before + 2);
        (await SqlAsync<long>($"SELECT count(*) FROM audit_entry WHERE action = 'focal-points.imported' AND record_id = '{id}'")).ShouldBe(1);
        (await SqlAsync<long>("SELECT count(*) FROM import WHERE finished_at IS NOT NULL AND content IS NOT NULL")).ShouldBe(0);
    }

    [Fact]
    public async Task Should_take_back_what_it_has_given_out_and_a_list_of_objects()
    {
        var coordinator = directory.Token(new Cnaim.Testing.RightsMatrix.Caller("coordinator", "reception", "cnaim-beja", ""));
        using var answer = await AskAsync(HttpMethod.Post, Imports, "[{\"centre\":\"cnaim-beja\",\"office\":\"health\",\"holder\":\"desk =1\",\"validFrom\":\"2043-01-01\",\"validTo\":\"2043-01-02\"}]", "application/json", token: coordinator);
        (await FinishedAsync(answer, token: coordinator)).Status.GetProperty("state").GetString().ShouldBe("done");
        using var given = await AskAsync(HttpMethod.Get, "/v1/focal-points/export", token: coordinator);
        var file = await given.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        file.ShouldContain("cnaim-beja,health,desk =1,2043-01-01,2043-01-02\r\n");

        using var again = await AskAsync(HttpMethod.Post, Imports + "?dryRun=true", file, token: coordinator);
        var (status, _) = await FinishedAsync(again, token: coordinator);
        status.GetProperty("errors").GetArrayLength().ShouldBeGreaterThan(0);
        status.GetProperty("errors").EnumerateArray().ShouldAllBe(error => error.GetProperty("column").GetString() == "validFrom"); // each is there already
    }

    [Fact]
    public async Task Should_take_a_hundred_thousand_rows_and_tell_how_far_it_is()
    {
        var offices = (await directory.ItemsAsync("/v1/centres?limit=500")).SelectMany(centre => centre.GetProperty("offices").EnumerateArray().Select(office => (Centre: centre.GetProperty("code").GetString(), Office: office.GetProperty("office").GetString()))).ToList();
        var file = new StringBuilder(Head);
        for (var row = 0; row < 100_000; row++)
        {
            var (centre, office) = offices[row % offices.Count];
            var day = new DateOnly(2100, 1, 1).AddDays(row / offices.Count);
            file.Append(CultureInfo.InvariantCulture, $"{centre},{office},desk {row},{day:yyyy-MM-dd},{day:yyyy-MM-dd}\r\n");
        }

        var steps = new HashSet<int>();
        using var answer = await AskAsync(HttpMethod.Post, Imports, file.ToString());
        var (status, _) = await FinishedAsync(answer, seen => steps.Add(seen.GetProperty("done").GetInt32()));

        (status.GetProperty("state").GetString(), status.GetProperty("rows").GetInt32(), status.GetProperty("done").GetInt32()).ShouldBe(("done", 100_000, 100_000));
        steps.Count.ShouldBeGreaterThan(2, "it tells how far it is");
        (await SqlAsync<long>("SELECT count(*) FROM focal_point WHERE valid_from >= '2100-01-01'")).ShouldBe(100_000);
    }

    [Theory]
    [InlineData("centre,office\r\nx,y\r\n", 1)]
    [InlineData("centre,office,holder,validFrom\r\n\"cnaim", 0)]
    public async Task Should_refuse_what_is_no_such_table(string file, int line) =>
        (await SendAsync(file)).Status.GetProperty("errors")[0].GetProperty("line").GetInt32().ShouldBe(line);

    [Fact]
    public async Task Should_keep_a_coordinator_to_the_own_centre_and_show_a_file_to_its_sender_alone()
    {
        var coordinator = directory.Token(new Cnaim.Testing.RightsMatrix.Caller("coordinator", "reception", "cnaim-faro", ""));
        using var answer = await AskAsync(HttpMethod.Post, Imports, Head + "cnaim-lisboa,health,desk 1,2044-01-01,\r\n", token: coordinator);
        var (status, id) = await FinishedAsync(answer, token: coordinator);
        status.GetProperty("errors")[0].GetProperty("column").GetString().ShouldBe("centre");
        using var stranger = await AskAsync(HttpMethod.Get, $"{Imports}/{id}");
        stranger.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = await AskAsync(HttpMethod.Post, Imports, Head, token: directory.TokenOf("mediator", "reception"));
        nobody.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var nul = await AskAsync(HttpMethod.Post, Imports, "a\0b");
        nul.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private string Administrator => directory.Token(new Cnaim.Testing.RightsMatrix.Caller("administrator", "identity", "", ""));

    private async Task<(JsonElement Status, string Id)> SendAsync(string file, bool dryRun = false, string? key = null)
    {
        using var answer = await AskAsync(HttpMethod.Post, Imports + (dryRun ? "?dryRun=true" : ""), file, key: key);
        return await FinishedAsync(answer);
    }

    private async Task<(JsonElement Status, string Id)> FinishedAsync(HttpResponseMessage answer, Action<JsonElement>? see = null, string? token = null)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var end = TimeProvider.System.GetUtcNow().AddMinutes(3);
        while (true)
        {
            using var asked = await AskAsync(HttpMethod.Get, answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.OriginalString, token: token);
            var status = JsonElement.Parse(await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            see?.Invoke(status);
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

    private Task<long> CountAsync() => SqlAsync<long>("SELECT count(*) FROM focal_point");

    private async Task<T> SqlAsync<T>(string sql) => (T)(await Cnaim.Testing.Edge.PostgresFixture.ExecuteAsync(directory.Database, sql))!;
}
