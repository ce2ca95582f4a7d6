using System.Globalization;
using Cnaim.Screening.Identifiers;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.People;

public sealed class When_an_identifier_is_checked
{
    private static readonly CodeLists Lists = new(Path.Combine(AppContext.BaseDirectory, "config/screening"));

    [Theory]
    [InlineData("nif", "136695973")]
    [InlineData("nif", "501 964 843")]
    [InlineData("niss", "14165152022")]
    [InlineData("cc", "10890919-7-ZY3")]
    [InlineData("cc", "10890919 7 zy3")]
    [InlineData("residence-permit", "١٢٣ABC")]
    [InlineData("health-user-number", "000000001")]
    public void Should_take_what_is_right(string type, string value) => Check(type, value).IsAccepted.ShouldBeTrue();

    [Theory]
    [InlineData("nif", "501964842")]
    [InlineData("nif", "13669597")]
    [InlineData("nif", "036695973")]
    [InlineData("niss", "34165152022")]
    [InlineData("niss", "14165152021")]
    [InlineData("cc", "10890919-7-ZY4")]
    [InlineData("cc", "1089091A-7-ZY3")]
    public void Should_doubt_what_is_not_and_keep_it_with_a_reason(string type, string value)
    {
        Check(type, value).Refusal!.Code.ShouldBe("identifier-unlikely");
        Check(type, value, reason: " ").Refusal!.Code.ShouldBe("identifier-unlikely");
        var kept = Check(type, value, reason: "as printed");
        kept.Event!.Override.ShouldBe("as printed");
        Check(type, value, reason: "as printed", role: "partner-client").Refusal!.Code.ShouldBe("identifier-invalid");
    }

    [Theory]
    [InlineData("nif", "999999990", null)] // the placeholder of forms passes the arithmetic
    [InlineData("tin", "136695973", null)]
    [InlineData("nif", "136695973", "ES")]
    [InlineData("nif", " - ", null)]
    [InlineData("passport", "L898902C3", null)]
    [InlineData("passport", "L898902C3", "ZZ")]
    [InlineData("passport", "L898902\nC3", "UA")]
    [InlineData("passport", "L89890'C3", "UA")]
    public void Should_refuse_what_is_no_number_whatever_the_reason(string type, string value, string? country) =>
        Check(type, value, country, reason: "as printed").Refusal!.Code.ShouldBe("identifier-invalid");

    [Fact]
    public void Should_compare_the_digit_of_the_machine_readable_zone()
    {
        MachineReadableZone.CheckDigit("L898902C3").ShouldBe('6');
        MachineReadableZone.CheckDigit("L898902C3<<<").ShouldBe('6');
        Check("passport", "l898902c3", "UA", checkDigit: "6").IsAccepted.ShouldBeTrue();
        Check("passport", "L898902C3", "UA").IsAccepted.ShouldBeTrue();
        Check("passport", "L898902C3", "UA", checkDigit: "7").Refusal!.Code.ShouldBe("identifier-unlikely");
        Check("residence-permit", "L898902C3", checkDigit: "66").Refusal!.Code.ShouldBe("identifier-unlikely");
    }

    // Remainders 0 and 1 share the check digit 0, so those numbers alone have twins.
    [Fact]
    public void Should_notice_every_single_wrong_digit_of_a_tax_number() =>
        Prop.ForAll(Digits(7).Select(digits => "2" + digits).ToArbitrary(), digits =>
        {
            var number = digits + TaxNumber.CheckDigit(digits);
            return TaxNumber.IsRight(number) && (number[^1] is '0' || !WrongDigits(number).Any(TaxNumber.IsRight));
        }).QuickCheckThrowOnFailure();

    // The weights 5 and 2 divide ten: a wrong digit there can go unseen.
    [Fact]
    public void Should_notice_a_wrong_digit_of_a_social_security_number() =>
        Prop.ForAll(Digits(9).Select(digits => "1" + digits).ToArbitrary(), digits =>
        {
            var number = digits + SocialSecurityNumber.CheckDigit(digits);
            return SocialSecurityNumber.IsRight(number)
                && !WrongDigits(number).Any(wrong => wrong[7] == number[7] && wrong[9] == number[9] && SocialSecurityNumber.IsRight(wrong));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_take_one_check_digit_of_a_card_and_notice_every_single_wrong_digit() =>
        Prop.ForAll(Digits(9).ToArbitrary(), digits =>
        {
            var right = "0123456789".Select(check => $"{digits}ZY{check}").Where(CitizenCard.IsRight).ToArray();
            return right.Length is 1 && !WrongDigits(right[0]).Any(CitizenCard.IsRight);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("501964843", "***843")]
    [InlineData("123456", "***")]
    public void Should_show_the_end_of_a_long_number_only(string value, string shown) => IdentifierView.Mask(value).ShouldBe(shown);

    private static ServiceDefaults.Problems.Decision<CheckedIdentifier> Check(
        string type, string value, string? country = null, string? checkDigit = null, string? reason = null, string role = "mediator") =>
        IdentifierRules.Check(
            new IdentifierInput { Type = type, Value = value, Country = country, CheckDigit = checkDigit, Override = reason }, "", Actor(role), Lists);

    private static Actor Actor(string role) => new("somebody", "reception", "cnaim-lisboa", role);

    private static Gen<string> Digits(int count) => Gen.Choose(0, 9).ArrayOf(count).Select(digits => string.Concat(digits.Select(digit => digit.ToString(CultureInfo.InvariantCulture))));

    private static IEnumerable<string> WrongDigits(string number) =>
        from index in Enumerable.Range(0, number.Length)
        where char.IsAsciiDigit(number[index])
        from digit in "0123456789"
        where digit != number[index]
        select number[..index] + digit + number[(index + 1)..];
}
