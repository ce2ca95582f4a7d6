using Cnaim.Launcher;
using Cnaim.Security;
using Cnaim.Servers;

namespace Cnaim.Cli.Security;

/// <summary>The running platform as a target.</summary>
internal static class RunningTarget
{
    public static SecurityTarget Find()
    {
        var layout = PlatformLayout.Find(Repository.Find());
        var running = RunningPlatform.Find(layout);
        var secrets = SecretStore.Open(layout.Secrets);
        string[] codes = [.. running.State.Services.Select(service => service.Code)];
        return new SecurityTarget
        {
            Gateway = new Uri(running.State.Gateway!),
            GatewayGrpc = running.State.GatewayGrpc!,
            SandboxSecret = secrets.Password("client.sandbox"),
            StaffPassword = secrets.Password("staff.demo"),
            StaffCode = () => DemoAuthenticator.Of(secrets).CodeAt(TimeProvider.System.GetUtcNow()),
            Services = codes.ToDictionary(code => code, code => new Uri(running.AddressOf(code)), StringComparer.Ordinal),
            Databases = codes.Where(code => code is not "gateway").ToDictionary(code => code, running.ConnectionString, StringComparer.Ordinal),
            Brokers = codes.Select(code => (Code: code, Url: running.BrokerUrlOf(code))).Where(broker => broker.Url is not null).ToDictionary(broker => broker.Code, broker => broker.Url!, StringComparer.Ordinal),
        };
    }
}
