using System.Security.Cryptography;

namespace Cnaim.Identity.Clients;

/// <summary>Salted PBKDF2-SHA-256 of client secrets.</summary>
internal static class ClientSecret
{
    public const int Iterations = 100_000;
    private const int SaltBytes = 16;

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltBytes);

    public static byte[] Hash(string secret, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(secret, salt, iterations, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes);

    public static bool Matches(string secret, Client client) =>
        CryptographicOperations.FixedTimeEquals(Hash(secret, client.SecretSalt, client.SecretIterations), client.SecretHash);
}
