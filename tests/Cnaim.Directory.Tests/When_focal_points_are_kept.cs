using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Testing;
using Cnaim.Testing.Edge;

namespace Cnaim.Directory.Tests;

public sealed class When_focal_points_are_kept(DirectoryUnderTest directory) : IClassFixture<DirectoryUnderTest>
{
    private const string Always = "2020-01-01";
    private static readonly RightsMatrix.Caller Administrator = new("administrator", "identity", "", "");
    private static readonly RightsMatrix.Caller Coordinator = new("coordinator", "reception", "cnaim-faro", "");

    [Fact]
    public async Task Should_be_answered_with_the_centre_from_their_first_day_to_their_last()
    {
        (await AtAsync("cnaim-faro", "tax")).ShouldBe(("coordinator", true));
        var tag = await TagAsync();
        await AddedAsync(Coordinator, new { centre = "cnaim-faro", office = "tax", holder = "desk 3", validFrom = "2020-01-01", validTo = "2020-12-31" });
        await AddedAsync(Coordinator, new { centre = "cnaim-faro", office = "tax", holder = "desk 5", validFrom = "2199-01-01" });
        (await AtAsync("cnaim-faro", "tax")).ShouldBe(("coordinator", true));
        (await TagAsync()).ShouldBe(tag);
        await AddedAsync(Coordinator, new { centre = "cnaim-faro", office = "tax", holder = "desk 4", validFrom = "2021-01-01", validTo = "2198-12-31" });
        (await AtAsync("cnaim-faro", "tax")).ShouldBe(("desk 4", false));
        (await TagAsync()).ShouldNotBe(tag); // a reader that keeps centres learns of it
    }

    [Fact]
    public async Task Should_be_ended_and_not_deleted()
    {
        var added = await AddedAsync(Administrator, new { centre = "cnaim-porto", office = "health", holder = "desk 1", validFrom = Always });
        var path = $"/v1/focal-points/{added.GetProperty("focalPointId").GetString()}";
        var yesterday = DateTimeOffset.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await EndAsync(Administrator, path, "2020-05-01", "\"1\"")).ShouldBe((HttpStatusCode.UnprocessableEntity, "focal-point-invalid"));
        (await EndAsync(Administrator, path, yesterday, null)).ShouldBe((HttpStatusCode.PreconditionRequired, "if-match-required"));
        (await EndAsync(Administrator, path, yesterday, "\"7\"")).ShouldBe((HttpStatusCode.PreconditionFailed, "stale-version"));
        (await EndAsync(Administrator, path, yesterday, "\"1\"")).ShouldBe((HttpStatusCode.OK, null));
        (await EndAsync(Administrator, path, yesterday, "\"1\"")).ShouldBe((HttpStatusCode.OK, null)); // a second click
        (await EndAsync(Administrator, path, "2190-01-01", "\"2\"")).ShouldBe((HttpStatusCode.UnprocessableEntity, "focal-point-invalid"));
        (await AtAsync("cnaim-porto", "health")).ShouldBe(("coordinator", true));
        (await ListAsync(Administrator, "?centre=cnaim-porto&office=health")).ShouldHaveSingleItem().GetProperty("version").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Should_be_one_at_a_time_whoever_is_faster()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => PostAsync(
            Coordinator, new { centre = "cnaim-faro", office = "housing", holder = $"desk {number}", validFrom = $"2030-01-{number + 1:00}" }, Guid.NewGuid().ToString())));
        answers.Count(answer => answer.Status is HttpStatusCode.Created).ShouldBe(1);
        answers.Where(answer => answer.Status is not HttpStatusCode.Created).ShouldAllBe(answer => answer.Status == HttpStatusCode.Conflict && answer.Code == "focal-point-overlaps");
        (await ListAsync(Coordinator, "?office=housing")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Should_be_added_once_when_a_request_is_repeated()
    {
        var (key, body) = (Guid.NewGuid().ToString(), new { centre = "cnaim-faro", office = "education", holder = "desk 2", validFrom = Always });
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(Coordinator, body, key)));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        answers.Select(answer => answer.Body.GetProperty("focalPointId").GetString()).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        (await PostAsync(Coordinator, body with { holder = "desk 9" }, key)).Code.ShouldBe("idempotency-key-reused");
        (await PostAsync(Coordinator, body, null)).Code.ShouldBe("idempotency-key-missing");
    }

    [Theory]
    [InlineData("coordinator", "cnaim-porto", "legal-support", HttpStatusCode.NotFound, "not-found")]
    [InlineData("coordinator", "", "social-support", HttpStatusCode.Forbidden, "not-permitted")]
    [InlineData("mediator", "cnaim-faro", "consumer-support", HttpStatusCode.Forbidden, "not-permitted")]
    [InlineData("national-manager", "cnaim-faro", "qualifications", HttpStatusCode.Forbidden, "not-permitted")]
    public async Task Should_be_written_by_nobody_else(string role, string centre, string office, HttpStatusCode status, string code)
    {
        var caller = new RightsMatrix.Caller(role, "reception", centre, "");
        var there = await AddedAsync(Administrator, new { centre = "cnaim-faro", office, holder = "desk 1", validFrom = Always });
        (await PostAsync(caller, new { centre = "cnaim-faro", office = "civil-registry", holder = "desk 1", validFrom = Always }, Guid.NewGuid().ToString())).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(status), answer => answer.Code.ShouldBe(code));
        (await EndAsync(caller, $"/v1/focal-points/{there.GetProperty("focalPointId").GetString()}", "2190-01-01", "\"1\"")).ShouldBe((status, code));
        (await ListAsync(Administrator, "?office=civil-registry")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cnaim-faro", "tax", " ", Always, null, "focal-point-invalid")]
    [InlineData("cnaim-faro", "tax", "desk 1", "2020-01-02", "2020-01-01", "focal-point-invalid")]
    [InlineData("claim-abrantes", "tax", "desk 1", Always, null, "focal-point-office-unknown")]
    [InlineData("nowhere", "tax", "desk 1", Always, null, "focal-point-office-unknown")]
    public async Task Should_say_what_is_wrong(string centre, string office, string holder, string validFrom, string? validTo, string code)
    {
        var answer = await PostAsync(Administrator, new { centre, office, holder, validFrom, validTo }, Guid.NewGuid().ToString());
        (answer.Status, answer.Code).ShouldBe((HttpStatusCode.UnprocessableEntity, code));
    }

    [Fact]
    public async Task Should_be_written_down_with_who_did_it()
    {
        var id = (await AddedAsync(Administrator, new { centre = "cnaim-beja", office = "housing", holder = "desk 1", validFrom = Always })).GetProperty("focalPointId").GetString()!;
        (await PostgresFixture.ExecuteAsync(directory.Database, $"SELECT action || ' ' || role FROM audit_entry WHERE record_id = '{id}'")).ShouldBe("focal-point.added administrator");
    }

    [Fact]
    public async Task Should_outlive_newer_documents()
    {
        await AddedAsync(Administrator, new { centre = "cnaim-beja", office = "tax", holder = "desk 7", validFrom = Always });
        await PostgresFixture.ExecuteAsync(directory.Database, "UPDATE directory_version SET checksum = 'older'");
        await using (await directory.StartAsync(directory.Database))
        {
        }

        (await PostgresFixture.ExecuteAsync(directory.Database, "SELECT checksum FROM directory_version")).ShouldNotBe("older");
        (await AtAsync("cnaim-beja", "tax")).ShouldBe(("desk 7", false));
    }

    private async Task<JsonElement> AddedAsync(RightsMatrix.Caller caller, object body)
    {
        var answer = await PostAsync(caller, body, Guid.NewGuid().ToString());
        (answer.Status, answer.Code).ShouldBe((HttpStatusCode.Created, null));
        return answer.Body;
    }

    private async Task<(HttpStatusCode Status, string? Code, JsonElement Body)> PostAsync(RightsMatrix.Caller caller, object body, string? key)
    {
        using var request = Request(caller, HttpMethod.Post, "/v1/focal-points");
        request.Content = JsonContent.Create(body);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await SendAsync(request);
    }

    private async Task<(HttpStatusCode Status, string? Code)> EndAsync(RightsMatrix.Caller caller, string path, string lastDay, string? ifMatch)
    {
        using var request = Request(caller, HttpMethod.Patch, path);
        request.Content = JsonContent.Create(new { lastDay });
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        var (status, code, _) = await SendAsync(request);
        return (status, code);
    }

    private async Task<JsonElement[]> ListAsync(RightsMatrix.Caller caller, string query)
    {
        using var request = Request(caller, HttpMethod.Get, "/v1/focal-points" + query);
        return [.. (await SendAsync(request)).Body.GetProperty("items").EnumerateArray()];
    }

    private async Task<(HttpStatusCode Status, string? Code, JsonElement Body)> SendAsync(HttpRequestMessage request)
    {
        using var answer = await directory.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : body.GetProperty("title").GetString(), body);
    }

    private HttpRequestMessage Request(RightsMatrix.Caller caller, HttpMethod method, string path) =>
        new(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", directory.Token(caller)) } };

    private async Task<(string? Holder, bool IsAssumed)> AtAsync(string centre, string office)
    {
        var row = (await directory.GetAsync("/v1/centres/" + centre)).GetProperty("offices").EnumerateArray().Single(item => item.GetProperty("office").ValueEquals(office));
        return (row.GetProperty("focalPoint").GetString(), row.GetProperty("focalPointAssumed").GetBoolean());
    }

    private async Task<string> TagAsync() => (await directory.Client.GetAsync("/v1/centres", TestContext.Current.CancellationToken)).Headers.ETag!.ToString();
}
