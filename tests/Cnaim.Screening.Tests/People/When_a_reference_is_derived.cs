using Cnaim.Screening.People;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.People;

public sealed class When_a_reference_is_derived
{
    private static readonly byte[] Health = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] Borders = [.. Enumerable.Repeat((byte)2, 32)];

    [Fact]
    public void Should_be_26_base32_characters() => OfficeKeys.Derive(Health, Guid.CreateVersion7()).ShouldMatch("^[a-z2-7]{26}$");

    [Fact]
    public void Should_be_the_same_for_one_office_and_differ_between_offices()
    {
        var person = Guid.CreateVersion7();
        OfficeKeys.Derive(Health, person).ShouldBe(OfficeKeys.Derive(Health, person));
        OfficeKeys.Derive(Health, person).ShouldNotBe(OfficeKeys.Derive(Borders, person));
    }

    [Fact]
    public void Should_encode_the_first_130_bits_of_the_hash() // RFC 4648 base32 of the HMAC, lower case, cut
    {
        var person = new Guid("01020304-0506-0708-090a-0b0c0d0e0f10");
        var hash = System.Security.Cryptography.HMACSHA256.HashData(Health, person.ToByteArray(bigEndian: true));
        var bits = string.Concat(hash.Select(value => Convert.ToString(value, 2).PadLeft(8, '0')));
        var expected = string.Concat(Enumerable.Range(0, 26).Select(index => "abcdefghijklmnopqrstuvwxyz234567"[Convert.ToInt32(bits.Substring(index * 5, 5), 2)]));
        OfficeKeys.Derive(Health, person).ShouldBe(expected);
    }
}
