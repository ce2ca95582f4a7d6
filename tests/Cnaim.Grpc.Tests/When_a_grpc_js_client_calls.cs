using System.Text.Json;

namespace Cnaim.Grpc.Tests;

public sealed class When_a_grpc_js_client_calls(GrpcJsClientFixture client) : IClassFixture<GrpcJsClientFixture>
{
    private const string DetailsBase64 = "CAkSA2FiYw==";

    [Fact]
    public void Should_answer_a_unary_call()
    {
        var seen = client["unary"];
        Code(seen).ShouldBe(0);
        seen.GetProperty("text").GetString().ShouldBe("olá");
        seen.GetProperty("number").GetInt32().ShouldBe(7);
        seen.GetProperty("size").GetInt32().ShouldBe(3);
    }

    [Fact]
    public void Should_stream_all_messages_in_order()
    {
        Code(client["streaming"]).ShouldBe(0);
        Numbers(client["streaming"]).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public void Should_end_a_stream_with_an_error_and_trailers()
    {
        // grpc-js gives up messages that were not read yet when a stream ends with an error.
        Numbers(client["streamingFails"]).ShouldContain(1);
        Code(client["streamingFails"]).ShouldBe(9);
        Trailer(client["streamingFails"], "x-reason").ShouldBe("closed");
    }

    [Fact]
    public void Should_exceed_the_deadline() => Code(client["deadline"]).ShouldBe(4);

    [Fact]
    public void Should_carry_an_error_with_text_and_binary_trailers()
    {
        var seen = client["fails"];
        Code(seen).ShouldBe(9);
        seen.GetProperty("details").GetString().ShouldBe("não é possível: 100 %\n");
        Trailer(seen, "x-reason").ShouldBe("closed");
        Trailer(seen, "grpc-status-details-bin").ShouldBe(DetailsBase64);
    }

    [Fact]
    public void Should_hide_what_an_exception_says()
    {
        Code(client["throws"]).ShouldBe(2);
        client["throws"].GetRawText().ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("headers")]
    [InlineData("status_trailers")]
    public void Should_carry_metadata_both_ways(string part)
    {
        var returned = client["metadata"].GetProperty(part);
        returned.GetProperty("x-one")[0].GetString().ShouldBe("first");
        Bytes(returned.GetProperty("x-two-bin")[0]).ShouldBe([0, 255, 10]);
        Bytes(returned.GetProperty("x-two-bin")[1]).ShouldBe([7]);
    }

    [Fact]
    public void Should_refuse_a_message_beyond_the_limit() => Code(client["oversize"]).ShouldBe(8);

    [Fact]
    public void Should_send_a_large_answer() => client["large"].GetProperty("size").GetInt32().ShouldBe(3 * 1024 * 1024);

    [Theory]
    [InlineData("collect")]
    [InlineData("unknown")]
    public void Should_answer_what_it_does_not_have_with_unimplemented(string scenario) => Code(client[scenario]).ShouldBe(12);

    [Fact]
    public void Should_tell_its_health() => client["health"].GetProperty("status").GetString().ShouldBe("SERVING");

    [Fact]
    public void Should_read_and_write_gzip()
    {
        client.Server.Log.Encoding.ShouldBe("gzip");
        Code(client["gzip"]).ShouldBe(0);
        client["gzip"].GetProperty("text").GetString().ShouldBe(new string('z', 20000));
    }

    [Fact]
    public async Task Should_notice_that_the_client_cancels()
    {
        Code(client["cancelled"]).ShouldBe(1);
        await client.Server.Log.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    private static int Code(JsonElement seen) => seen.GetProperty("code").GetInt32();

    private static string? Trailer(JsonElement seen, string name) => seen.GetProperty("trailers").GetProperty(name).GetString();

    private static int[] Numbers(JsonElement seen) => [.. seen.GetProperty("numbers").EnumerateArray().Select(number => number.GetInt32())];

    private static byte[] Bytes(JsonElement buffer) => [.. buffer.GetProperty("data").EnumerateArray().Select(number => number.GetByte())];
}
