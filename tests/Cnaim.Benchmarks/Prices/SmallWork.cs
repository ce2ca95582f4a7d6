using System.Diagnostics;
using System.Security.Cryptography;
using Cnaim.ServiceDefaults.Protection;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Benchmarks.Prices;

/// <summary>What is too small to be seen in a run of the whole: measured alone, in milliseconds of one core.</summary>
internal static class SmallWork
{
    private const int AnswerBytes = 1024;
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(2);

    /// <summary>One stored answer, encrypted.</summary>
    public static double Encryption()
    {
        var key = new KeyValuePair<string, string?>("Protection:Key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var protection = new FieldProtection(new ConfigurationBuilder().AddInMemoryCollection([key]).Build());
        var (answer, context) = (RandomNumberGenerator.GetBytes(AnswerBytes), Guid.NewGuid());
        return Measure(() => protection.Protect(answer, context));
    }

    /// <summary>One token's signature and claims, checked without any memory of it.</summary>
    public static double TokenCheck()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new ECDsaSecurityKey(ecdsa) { KeyId = "1" };
        var handler = new JsonWebTokenHandler();
        var token = handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "https://issuer.example",
            Audience = "reception",
            Expires = DateTime.UtcNow.AddHours(1),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = "desk-1", ["office"] = "reception", ["centre"] = "cnaim-lisboa", ["role"] = "mediator" },
        });
        var parameters = new TokenValidationParameters { ValidIssuer = "https://issuer.example", ValidAudience = "reception", IssuerSigningKey = key };
        return Measure(() => handler.ValidateTokenAsync(token, parameters).GetAwaiter().GetResult());
    }

    private static double Measure(Action work)
    {
        var (count, watch) = (0L, Stopwatch.StartNew());
        for (var warm = 0; warm < 200; warm++)
        {
            work();
        }

        watch.Restart();
        while (watch.Elapsed < Each)
        {
            work();
            count++;
        }

        return watch.Elapsed.TotalMilliseconds / count;
    }
}
