using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Testing;

namespace Cnaim.Messaging.Tests;

public sealed class When_a_request_is_repeated(RealServers servers)
{
    [Theory]
    [InlineData("/requests")]
    [InlineData("/requests/stepwise")]
    public async Task Should_replay_status_location_and_body(string path)
    {
        await using var pair = await StartAsync();
        var (stream, key) = (Guid.CreateVersion7(), Guid.NewGuid().ToString());

        using var first = await pair.PostAsync(path, stream, key);
        using var second = await pair.PostAsync(path, stream, key);

        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        (await TextAsync(second)).ShouldBe(await TextAsync(first));
        second.Content.Headers.ContentType.ShouldBe(first.Content.Headers.ContentType);
        (await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM probe_accepted")).ShouldBe(1);
    }

    [Fact]
    public async Task Should_refuse_another_body_under_the_same_key()
    {
        await using var pair = await StartAsync();
        var key = Guid.NewGuid().ToString();
        await pair.RequestAsync(Guid.CreateVersion7(), key);

        using var other = await pair.PostAsync("/requests", Guid.CreateVersion7(), key);

        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TypeOfAsync(other)).ShouldBe("urn:cnaim:problem:idempotency-key-reused");
    }

    [Fact]
    public async Task Should_refuse_a_request_without_a_key()
    {
        await using var pair = await StartAsync();

        using var answer = await pair.Sender.Client.PostAsJsonAsync(
            "/requests", new ProbeRequest(Guid.CreateVersion7(), pair.SenderCode, pair.ReceiverCode), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await TypeOfAsync(answer)).ShouldBe("urn:cnaim:problem:idempotency-key-missing");
    }

    [Theory]
    [InlineData("/requests", false)]
    [InlineData("/requests/stepwise", true)]
    public async Task Should_do_it_once_when_twenty_twins_come_together(string path, bool onlyOnce)
    {
        await using var pair = await StartAsync();
        var (stream, key) = (Guid.CreateVersion7(), Guid.NewGuid().ToString());

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => pair.PostAsync(path, stream, key, onlyOnce)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        (await Task.WhenAll(answers.Select(TextAsync))).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        (await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM probe_accepted")).ShouldBe(1);
    }

    [Fact]
    public async Task Should_keep_the_answer_encrypted_and_apart_for_each_client()
    {
        await using var pair = await StartAsync();
        var (stream, key) = (Guid.CreateVersion7(), Guid.NewGuid().ToString());
        var id = await pair.RequestAsync(stream, key);
        pair.Sender.Client.DefaultRequestHeaders.Add("X-Client", "another");

        (await pair.RequestAsync(stream, key)).ShouldNotBe(id);

        var bodies = await pair.Sender.QueryAsync<byte[]>("SELECT body FROM messaging.idempotency");
        bodies.ShouldAllBe(body => !System.Text.Encoding.UTF8.GetString(body).Contains(id.ToString(), StringComparison.Ordinal));
    }

    private async Task<OfficePair> StartAsync()
    {
        var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync(Relays.Remove);
        return pair;
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    private static async Task<string?> TypeOfAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString();
}
