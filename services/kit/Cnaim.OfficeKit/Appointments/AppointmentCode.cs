using System.Security.Cryptography;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>What a person says at reception: six characters that are neither alike nor make words, and tell nothing.</summary>
internal static class AppointmentCode
{
    public const int Length = 6;
    private const string Alphabet = "BCDFGHJKMNPQRTVWXY3479";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>The code as it is stored, however it was typed; null when it is none.</summary>
    public static string? Read(string? typed)
    {
        var code = new string([.. (typed ?? "").Where(character => !char.IsWhiteSpace(character) && character is not '-').Select(char.ToUpperInvariant)]);
        return code.Length == Length && code.All(character => Alphabet.Contains(character, StringComparison.Ordinal)) ? code : null;
    }
}
