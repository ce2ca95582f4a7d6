using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Data;
using Cnaim.Directory.Audit;
using Cnaim.Testing.Edge;
using Npgsql;

namespace Cnaim.Directory.Tests;

public sealed class When_services_give_their_audit_heads(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly string One = new('1', 64);
    private static readonly string Two = new('2', 64);
    private readonly DirectoryUnderTest _directory = new(postgres);

    public ValueTask InitializeAsync() => _directory.InitializeAsync();

    public ValueTask DisposeAsync() => _directory.DisposeAsync();

    [Fact]
    public async Task Should_keep_growing_chains_and_refuse_shrinking_and_rewritten_ones()
    {
        (await KeepAsync("health", 5, One)).ShouldBe(HttpStatusCode.NoContent);
        (await KeepAsync("health", 5, One)).ShouldBe(HttpStatusCode.NoContent);
        (await KeepAsync("health", 9, Two)).ShouldBe(HttpStatusCode.NoContent);
        (await KeepAsync("tax", 3, One)).ShouldBe(HttpStatusCode.NoContent);

        (await KeepAsync("health", 8, One)).ShouldBe(HttpStatusCode.Conflict);
        (await KeepAsync("health", 9, One)).ShouldBe(HttpStatusCode.Conflict);
        (await KeepAsync("health", 10, "not a head")).ShouldBe(HttpStatusCode.BadRequest);

        using var request = As("auditor", "health", HttpMethod.Get, "/v1/audit/services/health/heads");
        using var answer = await _directory.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var heads = await answer.Content.ReadFromJsonAsync<JsonElement[]>(TestContext.Current.CancellationToken);
        heads!.Select(head => head.GetProperty("sealNo").GetInt64()).ShouldBe([9, 5]);
    }

    [Theory]
    [InlineData("office-agent")]
    [InlineData("administrator")]
    public async Task Should_take_a_head_from_a_service_only(string role)
    {
        using var request = As(role, "health", HttpMethod.Put, "/v1/audit/heads/1", new { head = One });
        using var answer = await _directory.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Should_take_a_root_over_all_heads_and_the_root_before()
    {
        await KeepAsync("health", 5, One);
        await KeepAsync("tax", 3, Two);
        var first = await TakeAsync();
        (await TakeAsync()).GetProperty("rootNo").GetInt64().ShouldBe(1, "No head has changed.");
        await KeepAsync("tax", 4, One);

        var second = await TakeAsync();

        first.GetProperty("root").GetString().ShouldBe(AuditRoot.Of(null, [("tax", 3, Two), ("health", 5, One)]));
        (second.GetProperty("rootNo").GetInt64(), second.GetProperty("root").GetString()).ShouldBe((2L, AuditRoot.Of(first.GetProperty("root").GetString(), [("health", 5, One), ("tax", 4, One)])));
        (await _directory.GetAsync("/v1/audit/roots/latest")).GetProperty("root").GetString().ShouldBe(second.GetProperty("root").GetString());
    }

    [Theory]
    [InlineData("UPDATE audit_head SET head = repeat('3', 64)")]
    [InlineData("DELETE FROM audit_head")]
    [InlineData("TRUNCATE audit_head")]
    [InlineData("UPDATE audit_root SET root = repeat('3', 64)")]
    [InlineData("DELETE FROM audit_root")]
    [InlineData("TRUNCATE audit_root")]
    public async Task Should_change_nothing_that_is_kept(string sql)
    {
        await KeepAsync("health", 5, One);
        await TakeAsync();

        (await Should.ThrowAsync<PostgresException>(() => PostgresFixture.ExecuteAsync(_directory.Database, sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public void Should_have_a_root_that_depends_on_every_head_and_on_the_root_before()
    {
        (string, long, string)[] heads = [("a", 1, One), ("b", 2, Two), ("c", 3, One)];
        string[] roots =
        [
            AuditRoot.Of(null, heads), AuditRoot.Of(One, heads), AuditRoot.Of(null, heads[..2]), AuditRoot.Of(null, [("a", 1, Two), heads[1], heads[2]]),
            AuditRoot.Of(null, [heads[0], ("b", 3, Two), heads[2]]), AuditRoot.Of(null, [heads[0], heads[1], ("d", 3, One)]),
        ];

        roots.Distinct(StringComparer.Ordinal).Count().ShouldBe(roots.Length);
        AuditRoot.Of(null, heads.Reverse()).ShouldBe(roots[0]);
    }

    [Theory]
    [InlineData(4, "1", HeadVerdict.Refuse)]
    [InlineData(5, "2", HeadVerdict.Refuse)]
    [InlineData(5, "1", HeadVerdict.Kept)]
    [InlineData(6, "2", HeadVerdict.Keep)]
    internal void Should_judge_a_head_by_the_last_one(long sealNo, string head, HeadVerdict verdict) =>
        AuditHeadRules.Judge(new AuditHead { Service = "health", SealNo = 5, Head = "1", KeptAt = DateTimeOffset.UnixEpoch }, sealNo, head).ShouldBe(verdict);

    private async Task<HttpStatusCode> KeepAsync(string service, long sealNo, string head)
    {
        using var request = As("service", service, HttpMethod.Put, $"/v1/audit/heads/{sealNo}", new { head });
        using var answer = await _directory.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<JsonElement> TakeAsync()
    {
        using var request = As("auditor", "reception", HttpMethod.Post, "/v1/audit/roots");
        using var answer = await _directory.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private HttpRequestMessage As(string role, string office, HttpMethod method, string path, object? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _directory.TokenOf(role, office));
        return request;
    }
}
