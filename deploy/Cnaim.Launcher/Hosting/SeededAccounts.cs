using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>What identity learns at its start: every service's client, and in the sandbox the clients and people that it is tried with.</summary>
internal static class SeededAccounts
{
    private static readonly string[] OfTheSandbox = ["sandbox", "sandbox-partner", "sandbox-agency"];

    public static void AddTo(Dictionary<string, string> values, string mode, IReadOnlyList<HostProgram> hosts, SecretStore secrets)
    {
        var isSandbox = mode is "sandbox";
        foreach (var client in hosts.Select(host => host.Code).Concat(isSandbox ? OfTheSandbox : []))
        {
            values["Seed__Clients__" + client] = secrets.Password("client." + client);
        }

        if (isSandbox)
        {
            values["Seed__DemoPassword"] = secrets.Password("staff.demo");
            values["Seed__DemoTotpKey"] = DemoAuthenticator.Of(secrets).Key;
        }
    }
}
