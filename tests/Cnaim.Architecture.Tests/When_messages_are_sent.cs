using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Cnaim.Architecture.Tests;

/// <summary>Messages leave through the outbox; only the relay speaks to the bus (style.md rules 26 and 27, reliability.md section 1.7).</summary>
public sealed partial class When_messages_are_sent
{
    private const string Relay = "services/kit/Cnaim.Messaging/Relay/";

    private static readonly IReadOnlyList<Source> Sources = Source.CSharp("services", "gateway", "contracts");

    [Fact]
    public void Should_leave_the_bus_to_the_relay() =>
        Sources.Where(source => !source.Path.StartsWith(Relay, StringComparison.Ordinal)).SelectMany(source => source.Find(Bus())).ShouldBeEmpty();

    [Fact]
    public void Should_never_address_a_queue() =>
        Sources.SelectMany(source => source.Find(Queue())).ShouldBeEmpty("MassTransit would declare the receiver's queue again with default arguments");

    [Fact]
    public void Should_only_use_the_transaction_in_a_consumer() =>
        Sources.Where(source => source.Path.EndsWith("Consumer.cs", StringComparison.Ordinal)).SelectMany(source => source.Find(Context())).ShouldBeEmpty();

    [Fact]
    public void Should_not_use_outboxes_of_MassTransit() =>
        Sources.SelectMany(source => source.Find(Foreign())).ShouldBeEmpty();

    [GeneratedRegex(@"\b(IBus|IPublishEndpoint|ISendEndpointProvider|ISendEndpoint|IRequestClient)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bus();

    [GeneratedRegex("\"queue:", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Queue();

    [GeneratedRegex(@"\.(Redeliver|Defer|Respond|RespondAsync|Publish|PublishBatch|Send|SendBatch|Forward|NotifyConsumed)\s*[<(]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Context();

    [GeneratedRegex("UseInMemoryOutbox|UseMessageScheduler|UseDelayedRedelivery|UsePartitioner|AddEntityFrameworkOutbox|UseInMemoryInboxOutbox", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Foreign();
}
