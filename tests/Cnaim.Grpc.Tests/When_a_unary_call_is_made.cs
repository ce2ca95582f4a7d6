using Cnaim.GrpcTests.V1;
using Google.Protobuf;

namespace Cnaim.Grpc.Tests;

public sealed class When_a_unary_call_is_made
{
    [Fact]
    public async Task Should_answer_with_what_was_sent()
    {
        await using var server = await EchoServer.Start();
        var request = new EchoRequest { Text = "olá", Payload = ByteString.CopyFrom(1, 2, 3), Times = 7 };

        var reply = await server.Client.SayAsync(request, cancellationToken: TestContext.Current.CancellationToken);

        reply.ShouldBe(new EchoReply { Text = "olá", Payload = request.Payload, Number = 7 });
    }

    [Fact]
    public async Task Should_work_many_times_at_once_over_few_connections()
    {
        await using var server = await EchoServer.Start();
        var calls = Enumerable.Range(0, 500).Select(async number => (await server.Client.SayAsync(new EchoRequest { Times = number })).Number);

        (await Task.WhenAll(calls)).ShouldBe(Enumerable.Range(0, 500));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    [InlineData(100_000)]
    [InlineData(4_000_000)]
    public async Task Should_carry_messages_of_any_allowed_size(int size)
    {
        await using var server = await EchoServer.Start();
        var payload = ByteString.CopyFrom([.. Enumerable.Range(0, size).Select(i => (byte)i)]);

        var reply = await server.Client.SayAsync(new EchoRequest { Payload = payload }, cancellationToken: TestContext.Current.CancellationToken);

        reply.Payload.ShouldBe(payload);
    }
}
