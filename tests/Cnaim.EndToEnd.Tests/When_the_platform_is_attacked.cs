using Cnaim.EndToEnd.Tests.Support;
using Cnaim.Security;

namespace Cnaim.EndToEnd.Tests;

public sealed class When_the_platform_is_attacked(OneAttacker one) : IClassFixture<OneAttacker>
{
    public static TheoryData<string> Attacks { get; } = [.. SecurityList.Attacks.Select(attack => attack.ToString())];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Should_give_the_expected_answer(string attack)
    {
        var result = await SecurityRun.TryAsync(SecurityList.Attacks.Single(known => string.Equals(known.ToString(), attack, StringComparison.Ordinal)), one.Attacker, TestContext.Current.CancellationToken);

        result.Got.ShouldBe(result.Expected);
    }

    [Fact]
    public void Should_leave_no_row_of_the_list_unsaid() =>
        SecurityList.Attacks.Select(attack => attack.Row).Concat(SecurityList.Elsewhere.Select(entry => entry.Row)).Distinct().ShouldBe(SecurityList.Rows, ignoreOrder: true);
}
