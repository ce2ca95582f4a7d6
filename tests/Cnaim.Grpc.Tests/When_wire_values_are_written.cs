using Grpc.Core;
using Grpc.Wire;

namespace Cnaim.Grpc.Tests;

public sealed class When_wire_values_are_written
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("100 %", "100 %25")]
    [InlineData("não\n", "n%C3%A3o%0A")]
    [InlineData("😀", "%F0%9F%98%80")]
    public void Should_percent_encode_messages(string text, string encoded)
    {
        PercentEncoding.Encode(text).ShouldBe(encoded);
        PercentEncoding.Decode(encoded).ShouldBe(text);
    }

    [Theory]
    [InlineData("%", "%")]
    [InlineData("%zz%4", "%zz%4")]
    [InlineData("a%41", "aA")]
    public void Should_leave_wrong_percent_encoding_alone(string encoded, string text) => PercentEncoding.Decode(encoded).ShouldBe(text);

    [Theory]
    [InlineData(-1, "1n")]
    [InlineData(1, "1000u")]
    [InlineData(2_000, "2000000u")]
    [InlineData(200_000, "200000m")]
    [InlineData(7_200_000, "7200000m")]
    [InlineData(1e9, "1000000S")]
    public void Should_write_timeouts_in_at_most_eight_digits(double milliseconds, string header) =>
        TimeoutHeader.Format(TimeSpan.FromMilliseconds(milliseconds)).ShouldBe(header);

    [Theory]
    [InlineData("1H", 3_600_000)]
    [InlineData("2M", 120_000)]
    [InlineData("3S", 3000)]
    [InlineData("4m", 4)]
    [InlineData("5000u", 5)]
    [InlineData("6000000n", 6)]
    public void Should_read_timeouts_of_every_unit(string header, double milliseconds)
    {
        TimeoutHeader.TryParse(header, out var timeout).ShouldBeTrue();
        timeout.ShouldBe(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Theory]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("-1S")]
    [InlineData("1x")]
    [InlineData("123456789S")]
    public void Should_refuse_wrong_timeouts(string header) => TimeoutHeader.TryParse(header, out _).ShouldBeFalse();

    [Fact]
    public void Should_read_binary_metadata_with_and_without_padding()
    {
        var metadata = new Metadata();
        MetadataValues.TryAdd(metadata, "a-bin", "AQ==,AQI").ShouldBeTrue();
        metadata.Select(entry => entry.ValueBytes.Length).ShouldBe([1, 2]);
        MetadataValues.TryAdd(metadata, "a-bin", "*").ShouldBeFalse();
    }

    [Fact]
    public void Should_check_metadata_keys()
    {
        Should.Throw<ArgumentException>(() => new Metadata { { "a b", "" } });
        Should.Throw<ArgumentException>(() => new Metadata { { "a-bin", "text" } });
        Should.Throw<ArgumentException>(() => new Metadata { { "a", [1] } });
        new Metadata { { "Upper", "x" } }.GetValue("upper").ShouldBe("x");
    }
}
