using System.Security.Cryptography;

namespace Cnaim.Reception.Childrens;

/// <summary>The code with which children are handed back: shown once, kept as a slow hash.</summary>
internal static class PickUpCode
{
    // No letter or digit that is read or heard as another.
    private const string Letters = "ABCDEFGHJKLMNPRSTUVWXYZ23456789";
    private const int Length = 6;
    private const int Rounds = 50_000;

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    public static byte[] Hash(string code, Guid visitId) =>
        Rfc2898DeriveBytes.Pbkdf2(code.Trim().ToUpperInvariant(), visitId.ToByteArray(), Rounds, HashAlgorithmName.SHA256, 32);

    public static bool Matches(string code, ChildrensVisit visit) => code.Length <= 2 * Length && CryptographicOperations.FixedTimeEquals(Hash(code, visit.VisitId), visit.CodeHash);
}
