using Cnaim.Security;

namespace Cnaim.EndToEnd.Tests;

public sealed class When_the_platform_is_attacked(PlatformFixture fixture) : IDisposable
{
    private readonly Attacker _attacker = new(TargetOf(fixture));

    public static TheoryData<string> Attacks { get; } = [.. SecurityList.Attacks.Select(attack => attack.ToString())];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Should_give_the_expected_answer(string attack)
    {
        var result = await SecurityRun.TryAsync(SecurityList.Attacks.Single(known => string.Equals(known.ToString(), attack, StringComparison.Ordinal)), _attacker, TestContext.Current.CancellationToken);

        result.Got.ShouldBe(result.Expected);
    }

    [Fact]
    public void Should_leave_no_row_of_the_list_unsaid() =>
        SecurityList.Attacks.Select(attack => attack.Row).Concat(SecurityList.Elsewhere.Select(entry => entry.Row)).Distinct().ShouldBe(SecurityList.Rows, ignoreOrder: true);

    public void Dispose() => _attacker.Dispose();

    private static SecurityTarget TargetOf(PlatformFixture fixture)
    {
        var (handle, demo) = (fixture.Platform.Handle, fixture.Platform.Demo);
        return new SecurityTarget
        {
            Gateway = demo.Gateway,
            GatewayGrpc = handle.GatewayGrpc,
            SandboxSecret = demo.ClientSecret,
            Services = handle.Services.Keys.ToDictionary(code => code, code => new Uri(handle.AddressOf(code)), StringComparer.Ordinal),
            Databases = demo.Databases.Where(database => database.Key is not "gateway").ToDictionary(StringComparer.Ordinal),
            Brokers = handle.Services.Keys.Where(code => handle.BrokerUrlOf(code) is not null).ToDictionary(code => code, code => handle.BrokerUrlOf(code)!, StringComparer.Ordinal),
        };
    }
}
