using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cnaim.Cli.Sandbox;
using Shouldly;

namespace Cnaim.Launcher.Tests.Sandbox;

/// <summary>The receiver of <c>./cnaim sandbox</c>, and what it says of deliveries as they could come.</summary>
public sealed class When_a_sandbox_receiver_fails
{
    private const string Stream = "urn:cnaim:network:0f1e2d3c4b5a6978";
    private const string Reception = "urn:cnaim:reception";
    private static readonly string Secret = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentQueue<ReceivedWebhook> _told = new();

    [Theory]
    [InlineData(null, HttpStatusCode.NoContent, HttpStatusCode.NoContent)]
    [InlineData("500", HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError)]
    [InlineData("410", HttpStatusCode.Gone, HttpStatusCode.Gone)]
    [InlineData("first", HttpStatusCode.ServiceUnavailable, HttpStatusCode.NoContent)]
    [InlineData("wrong-order", HttpStatusCode.ServiceUnavailable, HttpStatusCode.NoContent)]
    public async Task Should_answer_as_it_was_told_to(string? failure, HttpStatusCode first, HttpStatusCode again)
    {
        await using var receiver = await StartAsync(failure);
        (await SendAsync(receiver, Event("a", 1))).ShouldBe(first);
        (await SendAsync(receiver, Event("a", 1))).ShouldBe(again);
        _told.Select(told => (told.IsVerified, told.Times)).ShouldBe([(true, 1), (true, 2)]);
    }

    [Fact]
    public async Task Should_send_back_only_what_a_subject_begins_with()
    {
        await using var receiver = await StartAsync("wrong-order");
        (await SendAsync(receiver, Event("a", 1))).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await SendAsync(receiver, Event("b", 1, subject: "other"))).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await SendAsync(receiver, Event("a", 1))).ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(receiver, Event("c", 2))).ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(receiver, Event("b", 1, subject: "other"))).ShouldBe(HttpStatusCode.NoContent);
        _told.ShouldAllBe(told => told.IsInOrder == true);
    }

    [Theory]
    [InlineData(Stream)]
    [InlineData(Reception)]
    public async Task Should_tell_what_overtook_and_what_came_late(string source)
    {
        await using var receiver = await StartAsync("wrong-order");
        await SendAsync(receiver, Event("a", 1, source: source));
        (await SendAsync(receiver, Event("b", 2, source: source))).ShouldBe(HttpStatusCode.NoContent); // while a is still owed
        await SendAsync(receiver, Event("a", 1, source: source));
        await SendAsync(receiver, Event("c", 3, source: source));
        await SendAsync(receiver, Event("b", 2, source: source)); // a replay
        _told.Select(told => told.IsInOrder).ShouldBe([true, false, false, true, false]);
    }

    [Fact]
    public async Task Should_compare_one_office_by_sequence_and_two_by_time()
    {
        await using var receiver = await StartAsync(null);
        await SendAsync(receiver, Event("a", 1, source: Reception, minute: 1));
        await SendAsync(receiver, Event("b", 1, source: "urn:cnaim:health", minute: 2));
        await SendAsync(receiver, Event("c", 3, source: Reception, minute: 3));
        await SendAsync(receiver, Event("d", 2, source: Reception, minute: 4)); // the clock of reception went back meanwhile: its count did not
        await SendAsync(receiver, Event("e", 2, source: "urn:cnaim:health", minute: 2));
        _told.Select(told => told.IsInOrder).ShouldBe([true, true, true, false, false]);
    }

    [Fact]
    public async Task Should_compare_by_time_what_has_no_sequence()
    {
        await using var receiver = await StartAsync(null);
        await SendAsync(receiver, Event("a", null, minute: 2));
        await SendAsync(receiver, Event("b", null, minute: 3));
        await SendAsync(receiver, Event("c", null, minute: 1));
        _told.Select(told => told.IsInOrder).ShouldBe([true, true, false]);
    }

    [Fact]
    public async Task Should_say_nothing_of_what_is_about_nothing_and_take_no_forgery()
    {
        await using var receiver = await StartAsync("wrong-order");
        (await SendAsync(receiver, Event("a", null, subject: null))).ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(receiver, Event("b", 1), secret: "whsec_" + Convert.ToBase64String(new byte[32]))).ShouldBe(HttpStatusCode.Unauthorized);
        _told.Select(told => (told.IsVerified, told.IsInOrder)).ShouldBe([(true, (bool?)null), (false, null)]);
    }

    private async Task<EchoReceiver> StartAsync(string? failure)
    {
        var receiver = await EchoReceiver.StartAsync(failure, _told.Enqueue, TestContext.Current.CancellationToken);
        receiver.Know(Secret);
        return receiver;
    }

    private static (string Id, string Body) Event(string id, int? sequence, string? subject = "referral", string source = Stream, int? minute = null) => (id, JsonSerializer.Serialize(new
    {
        specversion = "1.0",
        id,
        source,
        type = "pt.cnaim.referral.requested.v1",
        subject,
        time = Begin.AddMinutes(minute ?? sequence ?? 0),
        sequence = sequence?.ToString(CultureInfo.InvariantCulture),
        data = new { },
    }));

    private static async Task<HttpStatusCode> SendAsync(EchoReceiver receiver, (string Id, string Body) sent, string? secret = null)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var key = Convert.FromBase64String((secret ?? Secret)["whsec_".Length..]);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, receiver.Address) { Content = new StringContent(sent.Body, Encoding.UTF8, "application/cloudevents+json") };
        request.Headers.Add("webhook-id", sent.Id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{sent.Id}.{timestamp}.{sent.Body}"))));
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
