using Cnaim.Screening.People;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.People;

public sealed class When_a_process_number_is_made
{
    [Fact]
    public void Should_be_the_sample() => ProcessNumber.Format('L', 2026, 4211).ShouldBe("L-2026-004211-6");

    [Theory]
    [InlineData("0794", '5')] // ISO/IEC 7064, MOD 11,10: the worked example of the standard
    public void Should_compute_the_check_digit_of_the_standard(string digits, char check) => ProcessNumber.CheckDigit(digits).ShouldBe(check);

    [Fact]
    public void Should_notice_every_single_wrong_digit()
    {
        foreach (var running in Enumerable.Range(1, 300))
        {
            var number = ProcessNumber.Format('P', 2026, running);
            ProcessNumber.IsValid(number).ShouldBeTrue();
            foreach (var index in Enumerable.Range(2, number.Length - 2).Where(index => char.IsAsciiDigit(number[index])))
            {
                var wrong = number.ToCharArray();
                wrong[index] = (char)('0' + ((wrong[index] - '0' + 1 + (running % 9)) % 10));
                ProcessNumber.IsValid(new string(wrong)).ShouldBe(wrong[index] == number[index]);
            }
        }
    }

    [Theory]
    [InlineData("cnaim-lisboa", 'L')]
    [InlineData("cnaim-porto", 'P')]
    [InlineData("cnaim-faro", 'F')]
    [InlineData("cnaim-beja", 'B')]
    [InlineData("claim-loule", 'C')]
    [InlineData("", 'C')]
    public void Should_begin_with_the_letter_of_the_centre(string centre, char letter) => ProcessNumber.LetterOf(centre).ShouldBe(letter);
}
