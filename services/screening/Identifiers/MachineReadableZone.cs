namespace Cnaim.Screening.Identifiers;

/// <summary>The check digit behind a number in the machine-readable zone of a travel document (ICAO 9303): weights 7, 3, 1, modulo 10.</summary>
internal static class MachineReadableZone
{
    private static ReadOnlySpan<int> Weights => [7, 3, 1];

    /// <summary>True when the zone can carry the number: A to Z and digits; shorter ones are filled up with &lt;, which counts nothing.</summary>
    public static bool CanCarry(string number) => number.All(char.IsAsciiLetterOrDigit);

    public static char CheckDigit(string number)
    {
        var sum = 0;
        for (var index = 0; index < number.Length; index++)
        {
            sum += ValueOf(number[index]) * Weights[index % 3];
        }

        return (char)('0' + (sum % 10));
    }

    /// <summary>0 to 9 for digits, 10 to 35 for letters.</summary>
    public static int ValueOf(char letter) => letter switch
    {
        >= '0' and <= '9' => letter - '0',
        >= 'A' and <= 'Z' => letter - 'A' + 10,
        _ => 0,
    };
}
