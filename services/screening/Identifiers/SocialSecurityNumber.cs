namespace Cnaim.Screening.Identifiers;

/// <summary>NISS: eleven digits, the first 1 or 2, weighted with primes.</summary>
internal static class SocialSecurityNumber
{
    private const int Length = 11;

    private static ReadOnlySpan<int> Weights => [29, 23, 19, 17, 13, 11, 7, 5, 3, 2];

    public static bool IsRight(string number) =>
        number.Length is Length && number.All(char.IsAsciiDigit) && number[0] is '1' or '2' && number[^1] == CheckDigit(number[..^1]);

    /// <summary>The check digit of the first ten digits.</summary>
    public static char CheckDigit(string digits)
    {
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            sum += (digits[index] - '0') * Weights[index];
        }

        return (char)('0' + (9 - (sum % 10)));
    }
}
