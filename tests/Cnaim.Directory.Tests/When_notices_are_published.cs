using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Testing;
using Cnaim.Testing.Edge;

namespace Cnaim.Directory.Tests;

public sealed class When_notices_are_published(DirectoryUnderTest directory) : IClassFixture<DirectoryUnderTest>
{
    private static readonly RightsMatrix.Caller Administrator = new("administrator", "identity", "", "");

    [Fact]
    public async Task Should_be_told_to_everybody_from_their_beginning_to_their_end()
    {
        var now = DateTimeOffset.UtcNow;
        var shown = await PublishedAsync("Paragem hoje", now.AddMinutes(-1), now.AddHours(1));
        var later = await PublishedAsync("Paragem amanhã", now.AddHours(20), now.AddHours(22));

        (await CurrentAsync()).ShouldContain("Paragem hoje");
        (await CurrentAsync()).ShouldNotContain("Paragem amanhã");
        (await ListedAsync()).ShouldBe(["Paragem hoje", "Paragem amanhã"]);
        (await EndAsync(Administrator, shown, "\"7\"")).ShouldBe((HttpStatusCode.PreconditionFailed, "stale-version"));
        (await EndAsync(Administrator, shown, "\"1\"")).ShouldBe((HttpStatusCode.OK, null));
        (await EndAsync(Administrator, shown, "\"1\"")).ShouldBe((HttpStatusCode.OK, null)); // a second click
        (await CurrentAsync()).ShouldNotContain("Paragem hoje");
        (await EndAsync(Administrator, later, "\"1\"")).ShouldBe((HttpStatusCode.OK, null));
        (await ListedAsync()).ShouldBeEmpty();
        (await PostgresFixture.ExecuteAsync(directory.Database, $"SELECT string_agg(action || ' ' || role, ', ' ORDER BY entry_id) FROM audit_entry WHERE record_id = '{shown}'"))
            .ShouldBe("notice.published administrator, notice.ended administrator");
    }

    [Fact]
    public async Task Should_be_published_once_when_a_request_is_repeated()
    {
        var (key, now) = (Guid.NewGuid().ToString(), DateTimeOffset.UtcNow);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(Administrator, Body("Aviso repetido", now, now.AddHours(1)), key)));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        var id = answers.Select(answer => answer.Body.GetProperty("noticeId").GetString()!).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        (await PostAsync(Administrator, Body("Outro aviso", now, now.AddHours(1)), key)).Code.ShouldBe("idempotency-key-reused");
        (await EndAsync(Administrator, id, ifMatch: null)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("x", 0, 1)]
    [InlineData("Paragem", 2, 1)]
    [InlineData("Paragem", -2, -1)]
    [InlineData("Paragem", 0, 800)]
    public async Task Should_say_what_is_wrong(string pt, int from, int until)
    {
        var now = DateTimeOffset.UtcNow;
        var answer = await PostAsync(Administrator, Body(pt, now.AddHours(from), now.AddHours(until)), Guid.NewGuid().ToString());
        (answer.Status, answer.Code).ShouldBe((HttpStatusCode.UnprocessableEntity, "notice-invalid"));
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("national-manager")]
    [InlineData("mediator")]
    public async Task Should_be_published_and_ended_by_nobody_else(string role)
    {
        var caller = new RightsMatrix.Caller(role, "reception", "cnaim-faro", "");
        var now = DateTimeOffset.UtcNow;
        (await PostAsync(caller, Body("Paragem", now, now.AddHours(1)), Guid.NewGuid().ToString())).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await EndAsync(caller, Guid.NewGuid().ToString(), ifMatch: null)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await EndAsync(Administrator, Guid.NewGuid().ToString(), ifMatch: null)).ShouldBe((HttpStatusCode.NotFound, "not-found"));
    }

    private static object Body(string pt, DateTimeOffset from, DateTimeOffset until) =>
        new { pt, en = "A notice", shownFrom = from.ToString("O", CultureInfo.InvariantCulture), shownUntil = until.ToString("O", CultureInfo.InvariantCulture) };

    private async Task<string> PublishedAsync(string pt, DateTimeOffset from, DateTimeOffset until)
    {
        var answer = await PostAsync(Administrator, Body(pt, from, until), Guid.NewGuid().ToString());
        (answer.Status, answer.Code).ShouldBe((HttpStatusCode.Created, null));
        return answer.Body.GetProperty("noticeId").GetString()!;
    }

    private Task<string> CurrentAsync() => directory.Client.GetStringAsync(new Uri("/v1/notices/current", UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<string?[]> ListedAsync()
    {
        using var request = Request(Administrator, HttpMethod.Get, "/v1/notices");
        return [.. (await SendAsync(request)).Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("pt").GetString())];
    }

    private async Task<(HttpStatusCode Status, string? Code, JsonElement Body)> PostAsync(RightsMatrix.Caller caller, object body, string key)
    {
        using var request = Request(caller, HttpMethod.Post, "/v1/notices");
        request.Content = JsonContent.Create(body);
        request.Headers.Add("Idempotency-Key", key);
        return await SendAsync(request);
    }

    private async Task<(HttpStatusCode Status, string? Code)> EndAsync(RightsMatrix.Caller caller, string id, string? ifMatch)
    {
        using var request = Request(caller, HttpMethod.Post, $"/v1/notices/{id}/end");
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        var (status, code, _) = await SendAsync(request);
        return (status, code);
    }

    private async Task<(HttpStatusCode Status, string? Code, JsonElement Body)> SendAsync(HttpRequestMessage request)
    {
        using var answer = await directory.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : body.GetProperty("title").GetString(), body);
    }

    private HttpRequestMessage Request(RightsMatrix.Caller caller, HttpMethod method, string path) =>
        new(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", directory.Token(caller)) } };
}
