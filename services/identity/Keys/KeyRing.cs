using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.Keys;

/// <summary>The keys in use: the newest signs for 90 days, the one before stays published for an hour, longer than any token lives.</summary>
internal sealed class KeyRing(KeyStore store, KeyProtection protection, TimeProvider clock)
{
    private static readonly TimeSpan SignsFor = TimeSpan.FromDays(90);
    private static readonly TimeSpan StaysPublished = TimeSpan.FromHours(1);
    private volatile Loaded? _loaded;

    /// <summary>What signs now; null until the keys are loaded.</summary>
    public SigningCredentials? Current => _loaded?.Current;

    public IReadOnlyList<PublicKey> Published => _loaded?.Published ?? [];

    /// <summary>What tokens are checked with: all published keys.</summary>
    public IReadOnlyList<SecurityKey> Verification => _loaded?.Verification ?? [];

    public Task LoadAsync(CancellationToken cancellationToken) => LoadAsync(clock.GetUtcNow() - SignsFor, cancellationToken);

    /// <summary>Signs with a new key from now on; tokens of the one before verify until they end.</summary>
    /// <returns>The new key's id.</returns>
    public async Task<string> RotateAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(clock.GetUtcNow(), cancellationToken);
        return _loaded!.Current.Kid;
    }

    private async Task LoadAsync(DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await store.LoadAsync(now, notBefore, now + StaysPublished, () => Create(now), cancellationToken);
        if (!string.Equals(_loaded?.Current.Kid, rows[0].KeyId, StringComparison.Ordinal) || _loaded?.Published.Count != rows.Count)
        {
            _loaded = new Loaded(Open(rows[0]), [.. rows.Select(PublicKey.Of)], [.. rows.Select(Verify)]);
        }
    }

    private KeyRow Create(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var keyId = Guid.CreateVersion7(now).ToString("N");
        return new KeyRow
        {
            KeyId = keyId,
            PublicX = point.X!,
            PublicY = point.Y!,
            ProtectedPrivateKey = protection.Protect(key.ExportPkcs8PrivateKey(), keyId),
            ActivatesAt = now,
        };
    }

    private SigningCredentials Open(KeyRow row)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(protection.Unprotect(row.ProtectedPrivateKey, row.KeyId), out _);
        return new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = row.KeyId }, SecurityAlgorithms.EcdsaSha256);
    }

    private static SecurityKey Verify(KeyRow row) => new ECDsaSecurityKey(ECDsa.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = row.PublicX, Y = row.PublicY },
    }))
    {
        KeyId = row.KeyId,
    };

    private sealed record Loaded(SigningCredentials Current, IReadOnlyList<PublicKey> Published, IReadOnlyList<SecurityKey> Verification);
}
