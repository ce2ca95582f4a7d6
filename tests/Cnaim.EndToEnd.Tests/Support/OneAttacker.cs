using Cnaim.Launcher;
using Cnaim.Security;
using Cnaim.Servers;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>One for all attacks, since an account's code signs in once in thirty seconds.</summary>
public sealed class OneAttacker(PlatformFixture fixture) : IDisposable
{
    internal Attacker Attacker { get; } = new(TargetOf(fixture));

    public void Dispose() => Attacker.Dispose();

    private static SecurityTarget TargetOf(PlatformFixture fixture)
    {
        var (handle, demo) = (fixture.Platform.Handle, fixture.Platform.Demo);
        var secrets = SecretStore.Open(new PlatformLayout(fixture.Platform.Home).Secrets);
        return new SecurityTarget
        {
            Gateway = demo.Gateway,
            GatewayGrpc = handle.GatewayGrpc,
            SandboxSecret = demo.ClientSecret,
            StaffPassword = secrets.Password("staff.demo"),
            StaffCode = () => DemoAuthenticator.Of(secrets).CodeAt(DateTimeOffset.UtcNow),
            Services = handle.Services.Keys.ToDictionary(code => code, code => new Uri(handle.AddressOf(code)), StringComparer.Ordinal),
            Databases = demo.Databases.Where(database => database.Key is not "gateway").ToDictionary(StringComparer.Ordinal),
            Brokers = handle.Services.Keys.Where(code => handle.BrokerUrlOf(code) is not null).ToDictionary(code => code, code => handle.BrokerUrlOf(code)!, StringComparer.Ordinal),
        };
    }
}
