using System.Net.Http.Json;
using Cnaim.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Messaging.Tests;

/// <summary>A sender and a receiver on fresh databases, joined by the real broker.</summary>
internal sealed class OfficePair : IAsyncDisposable
{
    private readonly LentOffice _lentSender;
    private readonly LentOffice _lentReceiver;

    private OfficePair(RealServers servers, LentOffice sender, LentOffice receiver, string senderDatabase, string receiverDatabase)
    {
        (Servers, _lentSender, _lentReceiver) = (servers, sender, receiver);
        (SenderDatabase, ReceiverDatabase) = (senderDatabase, receiverDatabase);
    }

    public RealServers Servers { get; }

    public string SenderDatabase { get; }

    public string ReceiverDatabase { get; }

    public string SenderCode => _lentSender.Code;

    public string ReceiverCode => _lentReceiver.Code;

    public TestOffice Sender { get; private set; } = null!;

    public TestOffice Receiver { get; private set; } = null!;

    public ProbeBehaviour Behaviour { get; } = new();

    public static async Task<OfficePair> CreateAsync(RealServers servers) => new(
        servers, await servers.LendOfficeAsync(), await servers.LendOfficeAsync(), await servers.CreateDatabaseAsync(), await servers.CreateDatabaseAsync());

    public static async Task<OfficePair> StartAsync(RealServers servers)
    {
        var pair = await CreateAsync(servers);
        await pair.StartSenderAsync();
        await pair.StartReceiverAsync();
        return pair;
    }

    public async Task StartSenderAsync(Action<WebApplicationBuilder>? change = null) =>
        Sender = await TestOffice.StartAsync(SenderCode, SenderDatabase, _lentSender.BrokerUrl, change);

    public async Task StartReceiverAsync(Action<WebApplicationBuilder>? change = null) =>
        Receiver = await TestOffice.StartAsync(ReceiverCode, ReceiverDatabase, _lentReceiver.BrokerUrl, builder =>
        {
            builder.Services.AddSingleton(Behaviour);
            builder.Services.RegisterConsumer<ProbeConsumer, ProbeConsumerDefinition>();
            change?.Invoke(builder);
        });

    public async Task<Guid> RequestAsync(Guid streamId, string? key = null)
    {
        using var answer = await PostAsync("/requests", streamId, key);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<ProbeAnswer>())!.Id;
    }

    public async Task<HttpResponseMessage> PostAsync(string path, Guid streamId, string? key = null, bool onlyOnce = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new ProbeRequest(streamId, SenderCode, ReceiverCode, onlyOnce)) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        return await Sender.Client.SendAsync(request);
    }

    public Task WaitUntilAppliedAsync(int count, double seconds = 120) =>
        Eventually.Async(async () => await Receiver.ScalarAsync<long>("SELECT count(DISTINCT request_id) FROM apply_log") >= count, $"{count} applied", seconds);

    public async ValueTask DisposeAsync()
    {
        if (Sender is not null)
        {
            await Sender.DisposeAsync();
        }

        if (Receiver is not null)
        {
            await Receiver.DisposeAsync();
        }

        _lentSender.Dispose();
        _lentReceiver.Dispose();
    }
}
