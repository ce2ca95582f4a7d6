using Cnaim.OfficeKit.Appointments;

namespace Cnaim.OfficeKit.Tests.Appointments;

public sealed class When_a_code_is_made
{
    [Fact]
    public void Should_have_nothing_that_looks_alike_and_be_read_back()
    {
        for (var tries = 0; tries < 1000; tries++)
        {
            var code = AppointmentCode.New();
            code.Length.ShouldBe(6);
            code.ShouldNotContain(character => "AEIOU012568LSZ".Contains(character, StringComparison.Ordinal));
            AppointmentCode.Read($" {code[..3].ToUpperInvariant()}-{code[3..].ToLowerInvariant()} ").ShouldBe(code);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BCD34")]
    [InlineData("BCD3477")]
    [InlineData("BCD340")]
    [InlineData("BCDOI1")]
    public void Should_read_nothing_else(string? typed) => AppointmentCode.Read(typed).ShouldBeNull();
}
