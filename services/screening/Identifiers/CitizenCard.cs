namespace Cnaim.Screening.Identifiers;

/// <summary>Document number of a Cartão de Cidadão: nine digits, two letters or digits, a check digit; Luhn over all twelve with A as 10 to Z as 35.</summary>
internal static class CitizenCard
{
    private const int Length = 12;
    private const int Digits = 9;

    public static bool IsRight(string number) =>
        number.Length is Length && number.All(char.IsAsciiLetterOrDigit) && number[..Digits].All(char.IsAsciiDigit) && char.IsAsciiDigit(number[^1]) && Luhn(number) % 10 is 0;

    private static int Luhn(string number)
    {
        var sum = 0;
        for (var index = 0; index < number.Length; index++)
        {
            var value = MachineReadableZone.ValueOf(number[number.Length - 1 - index]);
            var doubled = index % 2 is 0 ? value : value * 2;
            sum += doubled > 9 && index % 2 is not 0 ? doubled - 9 : doubled;
        }

        return sum;
    }
}
