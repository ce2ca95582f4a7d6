using System.Security.Cryptography;
using System.Text;
using Cnaim.ServiceDefaults.Protection;
using Microsoft.Extensions.Configuration;

namespace Cnaim.ServiceDefaults.Tests;

public sealed class When_a_field_is_protected
{
    private static readonly Guid Record = Guid.Parse("0190aaaa-0000-7000-8000-000000000001");
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("answered in confidence");

    private readonly string _old = NewKey();
    private readonly string _new = NewKey();

    [Fact]
    public void Should_open_for_its_record_only()
    {
        var protection = With(("Key", _old));
        var stored = protection.Protect(Text, Record);
        Encoding.UTF8.GetString(stored).ShouldNotContain("confidence");
        protection.Unprotect(stored, Record).ShouldBe(Text);
        Should.Throw<CryptographicException>(() => protection.Unprotect(stored, Guid.NewGuid()));
        protection.Protect(Text, Record).ShouldNotBe(stored);
    }

    [Fact]
    public void Should_not_open_when_a_byte_was_changed()
    {
        var protection = With(("Key", _old));
        var stored = protection.Protect(Text, Record);
        for (var index = 0; index < stored.Length; index++)
        {
            var changed = stored.ToArray();
            changed[index] ^= 1;
            Should.Throw<CryptographicException>(() => protection.Unprotect(changed, Record));
        }
    }

    [Fact]
    public void Should_still_open_what_an_earlier_key_closed_and_close_with_the_present_one()
    {
        var before = With(("Key", _old)).Protect(Text, Record);
        var rotated = With(("Key", _new), ("PreviousKeys:0", _old));
        rotated.Unprotect(before, Record).ShouldBe(Text);
        rotated.IsCurrent(before).ShouldBeFalse();
        rotated.HasPreviousKeys.ShouldBeTrue();
        var after = rotated.Protect(Text, Record);
        rotated.IsCurrent(after).ShouldBeTrue();
        With(("Key", _new)).Unprotect(after, Record).ShouldBe(Text);
        Should.Throw<CryptographicException>(() => With(("Key", _new)).Unprotect(before, Record));
    }

    [Fact]
    public void Should_open_values_from_before_they_had_a_version()
    {
        var legacy = Legacy(Convert.FromBase64String(_old));
        With(("Key", _old)).Unprotect(legacy, Record).ShouldBe(Text);
        With(("Key", _new), ("PreviousKeys:0", _old)).Unprotect(legacy, Record).ShouldBe(Text);
        With(("Key", _old)).IsCurrent(legacy).ShouldBeFalse();
    }

    [Fact]
    public void Should_read_keys_from_files()
    {
        var (folder, stored) = (Directory.CreateTempSubdirectory(), With(("Key", _old)).Protect(Text, Record));
        try
        {
            var (present, earlier) = (Path.Combine(folder.FullName, "new"), Path.Combine(folder.FullName, "old"));
            File.WriteAllText(present, _new + "\n");
            File.WriteAllText(earlier, _old);
            With(("KeyFile", present), ("PreviousKeyFiles:0", earlier)).Unprotect(stored, Record).ShouldBe(Text);
            Should.Throw<InvalidOperationException>(() => With(("Key", _new), ("KeyFile", present)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64")]
    public void Should_not_start_without_a_whole_key(string? key) => Should.Throw<InvalidOperationException>(() => With(("Key", key)));

    private static FieldProtection With(params (string Key, string? Value)[] settings) => new(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>("Protection:" + setting.Key, setting.Value))).Build());

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>As it was stored before: nonce, tag, cipher text.</summary>
    private static byte[] Legacy(byte[] key)
    {
        var stored = new byte[28 + Text.Length];
        RandomNumberGenerator.Fill(stored.AsSpan(0, 12));
        using var cipher = new AesGcm(key, 16);
        cipher.Encrypt(stored.AsSpan(0, 12), Text, stored.AsSpan(28), stored.AsSpan(12, 16), Record.ToByteArray());
        return stored;
    }
}
