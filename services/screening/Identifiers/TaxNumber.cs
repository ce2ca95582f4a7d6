namespace Cnaim.Screening.Identifiers;

/// <summary>NIF: nine digits, weights 9 to 2, modulo 11.</summary>
internal static class TaxNumber
{
    /// <summary>What forms carry when there is no number.</summary>
    public const string Placeholder = "999999990";

    private const int Length = 9;

    public static bool IsRight(string number) =>
        number.Length is Length && number.All(char.IsAsciiDigit) && number[0] is not '0' && number[^1] == CheckDigit(number[..^1]);

    /// <summary>The check digit of the first eight digits.</summary>
    public static char CheckDigit(string digits)
    {
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            sum += (digits[index] - '0') * (Length - index);
        }

        return (char)('0' + (sum % 11 is 0 or 1 ? 0 : 11 - (sum % 11)));
    }
}
