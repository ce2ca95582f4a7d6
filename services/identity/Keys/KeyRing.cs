using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.Keys;

/// <summary>The keys in use: the newest signs for 90 days, the one before stays published for an hour, longer than any token lives.</summary>
internal sealed class KeyRing(KeyStore store, KeyProtection protection, TimeProvider clock)
{
    private static readonly TimeSpan SignsFor = TimeSpan.FromDays(90);
    private static readonly TimeSpan StaysPublished = TimeSpan.FromHours(1);

    // Longer than services wait between two looks at the keys: whoever meets the new key can fetch it, however recently they looked.
    private static readonly TimeSpan PublishedFirst = TimeSpan.FromSeconds(10);
    private volatile Loaded? _loaded;

    /// <summary>What signs now; null until the keys are loaded.</summary>
    public SigningCredentials? Current => _loaded?.SigningAt(clock.GetUtcNow());

    public IReadOnlyList<PublicKey> Published => _loaded?.Published ?? [];

    /// <summary>What tokens are checked with: all published keys.</summary>
    public IReadOnlyList<SecurityKey> Verification => _loaded?.Verification ?? [];

    public Task LoadAsync(CancellationToken cancellationToken) => LoadAsync(clock.GetUtcNow() - SignsFor, cancellationToken);

    /// <summary>Publishes a new key at once and signs with it ten seconds later; tokens of the one before verify until they end. Asked again meanwhile, it is the same key.</summary>
    /// <returns>The new key's id.</returns>
    public async Task<string> RotateAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(clock.GetUtcNow(), cancellationToken);
        return _loaded!.Newest;
    }

    private async Task LoadAsync(DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await store.LoadAsync(now, notBefore, now + StaysPublished, isFirst => Create(isFirst ? now : now + PublishedFirst), cancellationToken);
        if (!string.Equals(_loaded?.Newest, rows[0].KeyId, StringComparison.Ordinal) || _loaded?.Published.Count != rows.Count)
        {
            _loaded = new Loaded(rows[0].KeyId, [.. rows.Take(2).Select(row => (row.ActivatesAt, Open(row)))], [.. rows.Select(PublicKey.Of)], [.. rows.Select(Verify)]);
        }
    }

    private KeyRow Create(DateTimeOffset activatesAt)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var keyId = Guid.CreateVersion7(activatesAt).ToString("N");
        return new KeyRow
        {
            KeyId = keyId,
            PublicX = point.X!,
            PublicY = point.Y!,
            ProtectedPrivateKey = protection.Protect(key.ExportPkcs8PrivateKey(), keyId),
            ActivatesAt = activatesAt,
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

    private sealed record Loaded(
        string Newest, IReadOnlyList<(DateTimeOffset ActivatesAt, SigningCredentials Key)> Signing, IReadOnlyList<PublicKey> Published, IReadOnlyList<SecurityKey> Verification)
    {
        public SigningCredentials SigningAt(DateTimeOffset now) => Signing[0].ActivatesAt <= now ? Signing[0].Key : Signing[^1].Key;
    }
}
