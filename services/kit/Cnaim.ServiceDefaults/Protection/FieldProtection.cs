using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Cnaim.ServiceDefaults.Protection;

/// <summary>
/// Fields at rest: AES-256-GCM under the service's own key (<c>Protection__Key</c> or <c>Protection__KeyFile</c>, base64 of 32 bytes). A stored value starts with a
/// mark and the key's id, so that keys rotate without downtime: <c>Protection__PreviousKeys__N</c> still open what they closed. Values from before the mark are read too.
/// </summary>
public sealed class FieldProtection
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly FieldKeys _keys; // a cipher object is not thread-safe: one per call
    private readonly byte[] _header;

    /// <summary>Reads the keys.</summary>
    /// <param name="configuration">The section <c>Protection</c>.</param>
    /// <exception cref="InvalidOperationException">There is no key, or one is not 32 bytes.</exception>
    public FieldProtection(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _keys = FieldKeys.Read(configuration);
        _header = [.. Mark, .. _keys.Current.Id];
    }

    /// <summary>The first bytes of every value under the present key; a value that starts otherwise is to be written again.</summary>
    public ReadOnlyMemory<byte> Header => _header;

    /// <summary>True when earlier keys are configured, so that values under them may exist.</summary>
    public bool HasPreviousKeys => _keys.HasPrevious;

    private static ReadOnlySpan<byte> Mark => "CNP\u0001"u8;

    private static int HeaderSize => Mark.Length + FieldKeys.IdSize;

    /// <summary>Encrypts a value.</summary>
    /// <param name="plain">The value.</param>
    /// <param name="context">The record it belongs to: it opens nowhere else.</param>
    public byte[] Protect(ReadOnlySpan<byte> plain, Guid context) => Protect(plain, context.ToByteArray());

    /// <summary>Encrypts a value.</summary>
    /// <param name="plain">The value.</param>
    /// <param name="context">What it belongs to: it opens nowhere else.</param>
    public byte[] Protect(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context)
    {
        var stored = new byte[HeaderSize + NonceSize + TagSize + plain.Length];
        _header.CopyTo(stored, 0);
        var body = stored.AsSpan(HeaderSize);
        RandomNumberGenerator.Fill(body[..NonceSize]);
        using var cipher = new AesGcm(_keys.Current.Secret, TagSize);
        cipher.Encrypt(body[..NonceSize], plain, body[(NonceSize + TagSize)..], body.Slice(NonceSize, TagSize), [.. _header, .. context]);
        return stored;
    }

    /// <summary>Opens a stored value.</summary>
    /// <param name="stored">What <see cref="Protect(ReadOnlySpan{byte}, Guid)"/> made, now or under an earlier key.</param>
    /// <param name="context">The record it belongs to.</param>
    /// <exception cref="CryptographicException">No key opens it for this context, or it was changed.</exception>
    public byte[] Unprotect(ReadOnlySpan<byte> stored, Guid context) => Unprotect(stored, context.ToByteArray());

    /// <summary>Opens a stored value.</summary>
    /// <param name="stored">What <see cref="Protect(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/> made, now or under an earlier key.</param>
    /// <param name="context">What it belongs to.</param>
    /// <exception cref="CryptographicException">No key opens it for this context, or it was changed.</exception>
    public byte[] Unprotect(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> context)
    {
        if (stored.Length >= HeaderSize && stored.StartsWith(Mark))
        {
            foreach (var key in _keys.All)
            {
                if (key.Is(stored[Mark.Length..HeaderSize]) && TryOpen(key, stored[HeaderSize..], [.. stored[..HeaderSize], .. context]) is { } plain)
                {
                    return plain;
                }
            }
        }

        // From before the mark; a nonce that looks like one, once in four thousand million, comes here too.
        foreach (var key in _keys.All)
        {
            if (TryOpen(key, stored, context) is { } plain)
            {
                return plain;
            }
        }

        throw new CryptographicException("No configured key opens this value here.");
    }

    /// <summary>True when the value is under the present key.</summary>
    /// <param name="stored">A stored value.</param>
    public bool IsCurrent(ReadOnlySpan<byte> stored) => stored.StartsWith(_header);

    private static byte[]? TryOpen(FieldKey key, ReadOnlySpan<byte> body, ReadOnlySpan<byte> associated)
    {
        if (body.Length < NonceSize + TagSize)
        {
            return null;
        }

        var plain = new byte[body.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(key.Secret, TagSize);
        try
        {
            cipher.Decrypt(body[..NonceSize], body[(NonceSize + TagSize)..], body.Slice(NonceSize, TagSize), plain, associated);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
