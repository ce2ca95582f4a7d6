using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Testing.Edge;
using Npgsql;

namespace Cnaim.Directory.Tests;

public sealed class When_services_give_what_they_have_erased(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly string One = new('1', 64);
    private static readonly string Two = new('2', 64);
    private readonly DirectoryUnderTest _directory = new(postgres);

    public ValueTask InitializeAsync() => _directory.InitializeAsync();

    public ValueTask DisposeAsync() => _directory.DisposeAsync();

    [Fact]
    public async Task Should_give_back_what_each_service_erased_since_a_time()
    {
        var (early, late) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await KeepAsync("service", "health", early, "2026-05-01T10:00:00Z", One)).ShouldBe(HttpStatusCode.NoContent);
        (await KeepAsync("service", "health", late, "2026-05-02T10:00:00Z", Two)).ShouldBe(HttpStatusCode.NoContent);
        (await KeepAsync("service", "health", late, "2026-05-02T10:00:00Z", Two)).ShouldBe(HttpStatusCode.NoContent);
        (await KeepAsync("service", "tax", late, "2026-05-02T10:00:00Z", One)).ShouldBe(HttpStatusCode.NoContent);

        (await ListAsync("health", "2026-05-01T10:00:00Z")).Select(kept => kept.GetProperty("orderId").GetGuid()).ShouldBe([early, late]);
        var since = await ListAsync("health", "2026-05-02T00:00:00Z");
        since.ShouldHaveSingleItem().GetProperty("digests").EnumerateArray().Select(digest => digest.GetString()).ShouldBe([Two]);
    }

    [Theory]
    [InlineData("office-agent")]
    [InlineData("administrator")]
    [InlineData("data-protection-officer")]
    public async Task Should_take_it_from_a_service_only(string role) =>
        (await KeepAsync(role, "health", Guid.CreateVersion7(), "2026-05-01T10:00:00Z", One)).ShouldBe(HttpStatusCode.Forbidden);

    [Theory]
    [InlineData("not a digest")]
    [InlineData("")]
    public async Task Should_keep_digests_and_nothing_else(string digest) =>
        (await KeepAsync("service", "health", Guid.CreateVersion7(), "2026-05-01T10:00:00Z", digest)).ShouldBe(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("UPDATE kept_erasure SET digest = repeat('3', 64)")]
    [InlineData("DELETE FROM kept_erasure")]
    [InlineData("TRUNCATE kept_erasure")]
    public async Task Should_never_change_what_is_kept(string sql)
    {
        await KeepAsync("service", "health", Guid.CreateVersion7(), "2026-05-01T10:00:00Z", One);

        (await Should.ThrowAsync<PostgresException>(() => PostgresFixture.ExecuteAsync(_directory.Database, sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private async Task<HttpStatusCode> KeepAsync(string role, string office, Guid order, string erasedAt, string digest)
    {
        using var request = As(role, office, HttpMethod.Put, $"/v1/erasures/{order}", new { erasedAt, digests = new[] { digest } });
        using var answer = await _directory.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<JsonElement[]> ListAsync(string service, string since)
    {
        using var request = As("administrator", "reception", HttpMethod.Get, $"/v1/erasures/services/{service}?since={since}");
        using var answer = await _directory.Client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<JsonElement[]>(TestContext.Current.CancellationToken))!;
    }

    private HttpRequestMessage As(string role, string office, HttpMethod method, string path, object? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _directory.TokenOf(role, office));
        return request;
    }
}
