using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Cnaim.Cli.Operating;
using Cnaim.Cli.Output;
using Cnaim.Launcher;

namespace Cnaim.Cli.Commands;

internal static class ErasureCommand
{
    private const string Keeper = "directory";

    private static readonly Option<DateTimeOffset> Since = new("--since") { Description = "Only what was erased at or after this time; for a restore, the time of the backup.", DefaultValueFactory = _ => DateTimeOffset.UnixEpoch };

    public static Command Create()
    {
        var list = new Command("list", "Show what a service has erased, as the directory keeps it: orders and times, no person.") { OperatorOptions.Service, OperatorOptions.Centre, Since, OperatorOptions.Json };
        list.SetAction(async (line, cancellationToken) => OperatorTable.Print(await KeptAsync(line, cancellationToken), line.GetValue(OperatorOptions.Json)));
        var reapply = new Command("reapply", "After a restore: forget again whom the restored database knows again.") { OperatorOptions.Service, OperatorOptions.Centre, Since };
        reapply.SetAction(ReapplyAsync);
        var offer = new Command("offer", "After a restore of the directory: have every service give it again what was erased since.") { OperatorOptions.Centre, Since };
        offer.SetAction(OfferAsync);
        return new Command("erasure", "Persons who were forgotten.") { list, reapply, offer };
    }

    private static async Task<JsonElement> KeptAsync(ParseResult line, CancellationToken cancellationToken)
    {
        using var keeper = await OperatorClient.OpenAsync(Keeper, line.GetRequiredValue(OperatorOptions.Centre), cancellationToken);
        var since = Uri.EscapeDataString(line.GetValue(Since).ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        return await keeper.GetAsync($"/v1/erasures/services/{Uri.EscapeDataString(line.GetRequiredValue(OperatorOptions.Service))}?since={since}", cancellationToken);
    }

    private static async Task<int> OfferAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var service in RunningPlatform.Find(PlatformLayout.Find(Repository.Find())).Exchanging)
        {
            using var client = await OperatorClient.OpenAsync(service, line.GetRequiredValue(OperatorOptions.Centre), cancellationToken);
            changed += (await client.OfferErasuresAsync(line.GetValue(Since), cancellationToken)).GetProperty("changed").GetInt32();
        }

        Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{changed} references are given to the directory again, within five minutes."));
        return 0;
    }

    private static async Task<int> ReapplyAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var kept = await KeptAsync(line, cancellationToken);
        using var client = await OperatorClient.OpenAsync(line.GetRequiredValue(OperatorOptions.Service), line.GetRequiredValue(OperatorOptions.Centre), cancellationToken);
        var (orders, changed) = (0, 0);
        foreach (var order in kept.EnumerateArray())
        {
            var done = await client.ReapplyErasureAsync(order, cancellationToken);
            (orders, changed) = (orders + 1, changed + done.GetProperty("changed").GetInt32());
        }

        Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{orders} orders carried out again, {changed} records changed."));
        return 0;
    }
}
