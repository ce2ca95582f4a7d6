using System.Text;
using Cnaim.Testing;
using RabbitMQ.Client;

namespace Cnaim.Messaging.Tests;

/// <summary>Takes the place of the network between sender and receiver: holds what the sender published, then lets a test deliver it as it likes.</summary>
internal sealed class Tap(OfficePair pair) : IAsyncDisposable
{
    private readonly List<BasicGetResult> _taken = [];
    private IConnection? _admin;
    private IConnection? _sender;
    private IChannel? _channel;

    public IReadOnlyList<BasicGetResult> Taken => _taken;

    /// <summary>Starts the sender, lets it send one request, and holds it.</summary>
    public static async Task<Tap> OfOneRequestAsync(OfficePair pair)
    {
        await pair.StartSenderAsync();
        await pair.RequestAsync(Guid.CreateVersion7());
        var tap = new Tap(pair);
        await tap.TakeAsync(1);
        return tap;
    }

    /// <summary>Takes what waits in the receiver's queue; the receiver must not run. Holds it in the order in which it was written: a relay's first batch may reach the broker in another.</summary>
    public async Task TakeAsync(int count)
    {
        _admin ??= await BrokerTools.ConnectAsync(pair.Servers.BrokerAdmin);
        await using var channel = await _admin.CreateChannelAsync();
        var found = 0;
        await Eventually.Async(
            async () =>
            {
                while (await channel.BasicGetAsync(pair.ReceiverCode, autoAck: true) is { } message)
                {
                    // A relay may repeat itself: a copy is no further message.
                    if (_taken.All(known => !string.Equals(known.BasicProperties.MessageId, message.BasicProperties.MessageId, StringComparison.Ordinal)))
                    {
                        _taken.Add(message);
                        found++;
                    }
                }

                return found >= count;
            },
            $"{count} published messages");
        _taken.Sort((one, other) => string.CompareOrdinal(WrittenAt(one), WrittenAt(other)));
    }

    /// <summary>Publishes taken messages with the sender's own user, in the given order.</summary>
    public async Task DeliverAsync(params IEnumerable<int> indexes)
    {
        foreach (var index in indexes)
        {
            await PublishAsync(_taken[index].BasicProperties, _taken[index].Body);
        }
    }

    /// <summary>Publishes a changed copy with the sender's own user.</summary>
    public async Task PublishAsync(IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body, string? asService = null)
    {
        _sender ??= await BrokerTools.ConnectAsync(pair.Servers.BrokerUrlOf(asService ?? pair.SenderCode));
        _channel ??= await _sender.CreateChannelAsync(new CreateChannelOptions(true, true));
        await _channel.BasicPublishAsync("cnaim.commands", pair.ReceiverCode, true, new BasicProperties(properties), body);
    }

    /// <summary>The first message as somebody sends it who wants faults or answers at an address of their own.</summary>
    public byte[] AskingForAnswer(string member)
    {
        var body = Encoding.UTF8.GetString(_taken[0].Body.Span);
        return Encoding.UTF8.GetBytes($$"""{"{{member}}":"rabbitmq://127.0.0.1/cnaim/{{pair.SenderCode}}",{{body[(body.IndexOf('{', StringComparison.Ordinal) + 1)..]}}""");
    }

    private static string WrittenAt(BasicGetResult message) => Encoding.UTF8.GetString((byte[])message.BasicProperties.Headers!["ce-time"]!);

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in new[] { _admin, _sender }.OfType<IConnection>())
        {
            await connection.DisposeAsync();
        }
    }
}
