using System.CommandLine;
using Cnaim.Cli.Operating;
using Cnaim.Cli.Output;
using Cnaim.Launcher;
using Cnaim.Servers;

namespace Cnaim.Cli.Commands;

internal static class IdentityCommand
{
    private const string Centre = "cnaim-lisboa";
    private static readonly Option<bool> Json = new("--json") { Description = "Print one line of JSON." };

    public static Command Create()
    {
        var rotate = new Command("rotate-keys", "Sign tokens with a new key; those of the old one verify until they end.") { Json };
        rotate.SetAction((line, cancellationToken) => RotateAsync(line.GetValue(Json), cancellationToken));
        var accounts = new Command("accounts", "Print how to sign in as the demo accounts (sandbox only).") { Json };
        accounts.SetAction(line => Accounts(line.GetValue(Json)));
        return new Command("identity", "Keys and accounts of the running platform.") { rotate, accounts };
    }

    private static async Task<int> RotateAsync(bool json, CancellationToken cancellationToken)
    {
        using var client = await OperatorClient.OpenAsync("identity", Centre, cancellationToken);
        var rotated = await client.PostAsync("/v1/keys/rotate", new { }, cancellationToken);
        if (json)
        {
            Terminal.WriteJson(rotated);
        }
        else
        {
            Terminal.Line($"Key {rotated.GetProperty("keyId")} signs from now on; {rotated.GetProperty("published")} are published.");
        }

        return 0;
    }

    private static int Accounts(bool json)
    {
        var layout = PlatformLayout.Find(Repository.Find());
        RunningPlatform.Find(layout);
        var secrets = SecretStore.Open(layout.Secrets);
        var (password, authenticator) = (secrets.Password("staff.demo"), DemoAuthenticator.Of(secrets));
        var code = authenticator.CodeAt(TimeProvider.System.GetUtcNow());
        string[] accounts = ["demo-mediator", "demo-coordinator", "demo-coordinator-2", "demo-administrator", "demo-administrator-2", "demo-auditor", "demo-data-protection-officer", "demo-municipal-officer", "demo-partner-developer", "demo-social-security"];
        if (json)
        {
            Terminal.WriteJson(new { accounts, password, authenticatorKey = authenticator.Key, code });
        }
        else
        {
            Terminal.Line(string.Join(Environment.NewLine, accounts));
            Terminal.Line("and demo-OFFICE for an agent of each office, for example demo-health");
            Terminal.Line($"Password of each: {password}");
            Terminal.Line($"Code now: {code} (each account takes a code once; for an authenticator the key is {authenticator.Key})");
        }

        return 0;
    }
}
