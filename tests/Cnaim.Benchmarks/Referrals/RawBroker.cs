using System.Diagnostics;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Cnaim.Benchmarks.Referrals;

/// <summary>Publishes with confirms and consumes with acknowledgements, with nothing in between.</summary>
internal sealed class RawBroker(string address)
{
    private const string Queue = "benchmark-floor";
    private const int InFlight = 200;

    public async Task<double> MeasureAsync(bool quorum, TimeSpan duration, CancellationToken cancellationToken)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync(cancellationToken);
        await using var publisher = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null), cancellationToken);
        await using var consumer = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = quorum ? "quorum" : "classic" };
        await publisher.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellationToken);
        var consumed = new Counter();
        await ConsumeAsync(consumer, consumed, cancellationToken);
        var start = Stopwatch.GetTimestamp();
        var published = await PublishAsync(publisher, duration, cancellationToken);
        while (consumed.Value < published)
        {
            await Task.Delay(1, cancellationToken);
        }

        var rate = published / Stopwatch.GetElapsedTime(start).TotalSeconds;
        await publisher.QueueDeleteAsync(Queue, cancellationToken: cancellationToken);
        return rate;
    }

    private static async Task ConsumeAsync(IChannel channel, Counter consumed, CancellationToken cancellationToken)
    {
        await channel.BasicQosAsync(0, 64, global: false, cancellationToken);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, CancellationToken.None);
            consumed.Add();
        };
        await channel.BasicConsumeAsync(Queue, autoAck: false, consumer, cancellationToken);
    }

    private static async Task<long> PublishAsync(IChannel channel, TimeSpan duration, CancellationToken cancellationToken)
    {
        var (start, body, properties, published) = (Stopwatch.GetTimestamp(), new byte[1024], new BasicProperties { Persistent = true }, 0L);
        var flight = new Queue<Task>();
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            flight.Enqueue(channel.BasicPublishAsync("", Queue, mandatory: true, properties, body, cancellationToken).AsTask());
            published++;
            if (flight.Count >= InFlight)
            {
                await flight.Dequeue();
            }
        }

        await Task.WhenAll(flight);
        return published;
    }

    private sealed class Counter
    {
        private long _value;

        public long Value => Volatile.Read(ref _value);

        public void Add() => Interlocked.Increment(ref _value);
    }
}
