using System.Net.Http.Json;
using Cnaim.Messaging.Relay;
using Cnaim.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Messaging.Tests;

public sealed class When_no_queue_takes_a_message(RealServers servers)
{
    [Fact]
    public async Task Should_keep_trying_what_is_returned_and_send_the_others()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        using var third = await servers.LendOfficeAsync();
        await using var connection = await BrokerTools.ConnectAsync(servers.BrokerAdmin);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        await channel.ExchangeUnbindAsync(pair.ReceiverCode, "cnaim.commands", pair.ReceiverCode, cancellationToken: TestContext.Current.CancellationToken);
        try
        {
            await pair.StartSenderAsync();
            using var counts = new MetricCounts(pair.Sender);
            await pair.RequestAsync(Guid.CreateVersion7());
            await AttemptsAsync(pair, 1);
            await RequestAsync(pair, third.Code);

            await Eventually.Async(async () => await BrokerTools.CountAsync(servers.BrokerAdmin, third.Code) == 1, "the other audience's message");
            // However often it failed: what has no route is never given up.
            await pair.Sender.ExecuteAsync("UPDATE messaging.outbox SET attempts = 20, next_attempt_at = NULL");
            await AttemptsAsync(pair, 21);
            (await pair.Sender.ScalarAsync<string>("SELECT last_error FROM messaging.outbox WHERE parked_at IS NULL")).ShouldBe("returned");
            counts["cnaim.outbox.returned"].ShouldBeGreaterThanOrEqualTo(2);
        }
        finally
        {
            await channel.ExchangeBindAsync(pair.ReceiverCode, "cnaim.commands", pair.ReceiverCode, cancellationToken: CancellationToken.None);
        }

        await pair.Sender.ExecuteAsync("UPDATE messaging.outbox SET next_attempt_at = NULL");
        await Eventually.Async(async () => await BrokerTools.CountAsync(servers.BrokerAdmin, pair.ReceiverCode) >= 1, "the message once its route is back");
        await Eventually.Async(async () => await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox") == 0, "an empty outbox");
    }

    [Fact]
    public async Task Should_pause_the_audience_whose_queue_is_full_and_send_the_others()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        using var third = await servers.LendOfficeAsync();
        var policy = $"full-{pair.ReceiverCode}";
        var broker = servers.Private.ShouldNotBeNull("This test sets a policy, so it needs a broker of its own.").Broker;
        await broker.ControlAsync(
            ["set_policy", "-p", "cnaim", "--apply-to", "queues", policy, $"^{pair.ReceiverCode}$", """{"max-length":1}"""], TestContext.Current.CancellationToken);
        try
        {
            await pair.StartSenderAsync();
            for (var number = 0; number < 30; number++)
            {
                await pair.RequestAsync(Guid.CreateVersion7());
            }

            var pauses = pair.Sender.App.Services.GetRequiredService<AudiencePauses>();
            await Eventually.Async(() => Task.FromResult(pauses.Paused.Contains(pair.ReceiverCode)), "a paused audience");
            await RequestAsync(pair, third.Code);

            await Eventually.Async(async () => await BrokerTools.CountAsync(servers.BrokerAdmin, third.Code) == 1, "the other audience's message");
            (await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox")).ShouldBeGreaterThan(0);
            (await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox WHERE attempts > 0")).ShouldBe(0);
        }
        finally
        {
            await broker.ControlAsync(["clear_policy", "-p", "cnaim", policy], CancellationToken.None);
        }

        await pair.StartReceiverAsync();
        await pair.WaitUntilAppliedAsync(30);
        await Eventually.Async(async () => await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox") == 0, "an empty outbox");
    }

    private static Task AttemptsAsync(OfficePair pair, int attempts) => Eventually.Async(
        async () => await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox WHERE attempts >= @attempts AND parked_at IS NULL", new { attempts }) == 1, $"{attempts} attempts");

    private static async Task RequestAsync(OfficePair pair, string to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/requests") { Content = JsonContent.Create(new ProbeRequest(Guid.CreateVersion7(), pair.SenderCode, to)) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await pair.Sender.Client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
