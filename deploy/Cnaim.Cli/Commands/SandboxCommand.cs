using System.CommandLine;
using System.Globalization;
using Cnaim.Cli.Output;
using Cnaim.Cli.Sandbox;
using Cnaim.Launcher;
using Cnaim.Servers;

namespace Cnaim.Cli.Commands;

internal static class SandboxCommand
{
    private const string Anybody = "sandbox";
    private static readonly Option<string> Client = new("--client") { Description = "sandbox-partner listens to everything; sandbox-agency answers for employment at Lisbon; sandbox, for --credentials only, may choose any demo identity.", DefaultValueFactory = _ => "sandbox-partner" };
    private static readonly Option<bool> Credentials = new("--credentials") { Description = "Only print what a program of yours needs, for eval, and end." };
    private static readonly Option<string?> Fail = new("--fail") { Description = "Answer 500 or 410, never (timeout), 503 to each event's first attempt (first), or only to the first attempt of what each referral begins with (wrong-order): nothing that follows may overtake it." };
    private static readonly Option<int?> Count = new("--count") { Description = "End after so many events." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print one line of JSON for each event." };

    public static Command Create()
    {
        Client.AcceptOnlyFromAmong("sandbox-partner", "sandbox-agency", Anybody);
        Fail.AcceptOnlyFromAmong(EchoReceiver.Failures);
        var command = new Command("sandbox", "Receive signed events as a partner would: registers an endpoint, verifies and shows what comes, until interrupted.") { Client, Credentials, Fail, Count, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var layout = PlatformLayout.Find(Repository.Find());
        var gateway = RunningPlatform.Find(layout).State.Gateway!;
        var client = line.GetRequiredValue(Client);
        var secret = SecretStore.Open(layout.Secrets).Password("client." + client);
        if (line.GetValue(Credentials))
        {
            Terminal.Line($"export CNAIM_GATEWAY={gateway} CNAIM_CLIENT_ID={client} CNAIM_CLIENT_SECRET={secret}{(client is "sandbox-agency" ? " CNAIM_OFFICE=employment" : "")}");
            return 0;
        }

        if (client is Anybody)
        {
            throw new LauncherException(LauncherProblem.Usage, "The client sandbox is no partner and is told nothing: use it with --credentials.");
        }

        using var partner = new SandboxPartner(gateway, client, secret);
        await partner.SignInAsync(cancellationToken);
        await ReceiveAsync(partner, line, cancellationToken);
        return 0;
    }

    private static async Task ReceiveAsync(SandboxPartner partner, ParseResult line, CancellationToken cancellationToken)
    {
        var (json, left) = (line.GetValue(Json), line.GetValue(Count) ?? int.MaxValue);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var receiver = await EchoReceiver.StartAsync(line.GetValue(Fail), Tell, cancellationToken);
        var (id, secret) = await partner.RegisterAsync(receiver.Address, cancellationToken);
        receiver.Know(secret);
        try
        {
            await partner.WaitUntilActiveAsync(id, cancellationToken);
            if (!json)
            {
                Terminal.Line($"Endpoint {id} at {receiver.Address} is active; its secret is {secret}.");
                Terminal.Line("Waiting for events: send a referral, or POST /api/subscriptions/v1/endpoints/{id}/test. Ctrl-C removes the endpoint and ends.");
            }

            await Task.Delay(Timeout.Infinite, enough.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            await partner.RemoveAsync(id);
        }

        void Tell(ReceivedWebhook webhook)
        {
            if (json)
            {
                Terminal.WriteJson(webhook);
            }
            else
            {
                Terminal.Line(Text(webhook));
            }

            if (Interlocked.Decrement(ref left) <= 0)
            {
                enough.CancelAfter(TimeSpan.FromMilliseconds(200)); // the answer goes out first
            }
        }
    }

    private static string Text(ReceivedWebhook webhook) => string.Create(
        CultureInfo.InvariantCulture,
        $"{webhook.At:HH:mm:ss} {(webhook.IsVerified ? "verified" : "NOT VERIFIED"),-12} {webhook.Type} {webhook.Subject} answered {(webhook.Answer is 0 ? "nothing" : webhook.Answer)}{(webhook.Times > 1 ? $", time {webhook.Times}" : "")}{Order(webhook)}");

    private static string Order(ReceivedWebhook webhook) => webhook.IsInOrder is { } isInOrder ? isInOrder ? ", IN ORDER" : ", OUT OF ORDER" : "";
}
