using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Cnaim.ServiceDefaults.Protection;

/// <summary>The keys of a service's fields: the present one, and earlier ones that still open what they closed. Each has an id, the start of its hash.</summary>
internal sealed class FieldKeys
{
    public const int IdSize = 4;
    private const int KeySize = 32;

    private FieldKeys(IReadOnlyList<FieldKey> all) => All = all;

    /// <summary>The present key first.</summary>
    public IReadOnlyList<FieldKey> All { get; }

    public FieldKey Current => All[0];

    /// <summary>True when values under earlier keys may exist.</summary>
    public bool HasPrevious => All.Count > 1;

    public static FieldKeys Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Protection");
        var current = Load(section["Key"], section["KeyFile"], "Protection__Key")
            ?? throw new InvalidOperationException("Set Protection__Key, or Protection__KeyFile, to base64 of 32 random bytes.");
        var earlier = section.GetSection("PreviousKeys").GetChildren().Select(entry => Load(entry.Value, null, "Protection__PreviousKeys"))
            .Concat(section.GetSection("PreviousKeyFiles").GetChildren().Select(entry => Load(null, entry.Value, "Protection__PreviousKeyFiles")))
            .OfType<FieldKey>().Where(key => !key.Is(current.Id));
        return new FieldKeys([current, .. earlier]);
    }

    private static FieldKey? Load(string? text, string? file, string name)
    {
        if (!string.IsNullOrEmpty(text) && !string.IsNullOrEmpty(file))
        {
            throw new InvalidOperationException($"{name}: set the key or its file, not both.");
        }

        var base64 = string.IsNullOrEmpty(file) ? text : File.ReadAllText(file).Trim();
        if (string.IsNullOrEmpty(base64))
        {
            return null;
        }

        var secret = new byte[KeySize];
        return Convert.TryFromBase64String(base64, secret, out var written) && written is KeySize
            ? new FieldKey(SHA256.HashData([.. "cnaim-field-key:"u8, .. secret])[..IdSize], secret)
            : throw new InvalidOperationException($"{name} is not base64 of 32 bytes.");
    }
}

/// <summary>A key and its id.</summary>
internal sealed record FieldKey(byte[] Id, byte[] Secret)
{
    public bool Is(ReadOnlySpan<byte> id) => id.SequenceEqual(Id);
}
