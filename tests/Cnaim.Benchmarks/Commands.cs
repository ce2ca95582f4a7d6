using System.CommandLine;
using Cnaim.Benchmarks.Assessments;
using Cnaim.Benchmarks.Firewall;
using Cnaim.Benchmarks.Gateway;
using Cnaim.Benchmarks.Pages;
using Cnaim.Benchmarks.Prices;
using Cnaim.Benchmarks.Referrals;
using Cnaim.Benchmarks.Setup;
using Cnaim.Benchmarks.Webhooks;

namespace Cnaim.Benchmarks;

/// <summary>The benchmarks by name; each prints what it does, and with <c>--json</c> one line for machines at the end.</summary>
internal static class Commands
{
    private static readonly Option<bool> Json = new("--json") { Description = "One line of JSON at the end; everything else goes to standard error." };
    private static readonly Option<bool> Quick = new("--quick") { Description = "A rough figure in two minutes." };
    private static readonly Option<bool> Full = new("--full") { Description = "The whole protocol, several hours." };
    private static readonly Option<double?> Rate = new("--rate") { Description = "Referrals at this rate only, for a look with a profiler." };
    private static readonly Option<bool> Leaky = new("--leaky") { Description = "firewall: ask a fault build that looks twice at what it hides; it must be caught." };
    private static readonly Option<string?> App = new("--app") { Description = "The folder with the published hosts; by default they are published now." };

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Benchmarks of the platform; every figure needs a quiet machine.")
        {
            Command("referrals", "Accept a referral at A, committed in B.", ReferralsAsync),
            Command("screening", "Assessments with the full rule set, 100 a second, over HTTP and gRPC.", ScreeningAsync),
            Command("gateway", "The same answer direct and through the gateway.", GatewayAsync),
            Command("pages", "Pages of the counter: twenty members of staff, each acting every two seconds, the whole platform running.", PagesAsync),
            Command("price", "What audit, tokens and encryption cost of a referral.", PriceAsync),
            Command("webhooks", "A hundred events a second, each for two of two hundred endpoints, a quarter of them bad.", WebhooksAsync),
            Command("feed", "A page of the events' feed in a log of a million rows; --full of ten million.", FeedAsync),
            Command("firewall", "Whether times tell a hidden record from a missing one.", FirewallAsync),
        };
        return root.Parse(args).InvokeAsync();
    }

    private static Command Command(string name, string description, Func<ParseResult, TextWriter, CancellationToken, Task<(bool Holds, string Json)>> run)
    {
        var command = new Command(name, description) { Json, Quick, Full, Rate, Leaky, App };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var json = parsed.GetValue(Json);
            var (holds, line) = await run(parsed, json ? Console.Error : Console.Out, cancellationToken);
            if (json)
            {
                Console.WriteLine(line);
            }

            return holds ? 0 : 1;
        });
        return command;
    }

    private static async Task<(bool Holds, string Json)> ReferralsAsync(ParseResult parsed, TextWriter log, CancellationToken cancellationToken)
    {
        var profile = parsed.GetValue(Full) ? ReferralProfile.Full : parsed.GetValue(Quick) ? ReferralProfile.Quick : ReferralProfile.Default;
        profile = parsed.GetValue(Rate) is { } rate ? profile with { Rates = [rate], Search = [], Comparisons = false, CountsStatements = true } : profile;
        var app = await Published.FolderAsync(parsed.GetValue(App), log, cancellationToken);
        await Conditions.WriteAsync(log, cancellationToken);
        var result = await new ReferralBenchmark(profile, app, log).RunAsync(cancellationToken);
        Conditions.Machine(log);
        return (result.Holds, result.ToJson());
    }

    private static async Task<(bool Holds, string Json)> ScreeningAsync(ParseResult parsed, TextWriter log, CancellationToken cancellationToken)
    {
        var app = await Published.FolderAsync(parsed.GetValue(App), log, cancellationToken);
        await Conditions.WriteAsync(log, cancellationToken);
        return (true, await new AssessmentBenchmark(app, TimeSpan.FromSeconds(5), Measured(parsed), log).RunAsync(cancellationToken));
    }

    private static async Task<(bool Holds, string Json)> GatewayAsync(ParseResult parsed, TextWriter log, CancellationToken cancellationToken)
    {
        var app = await Published.FolderAsync(parsed.GetValue(App), log, cancellationToken);
        await Conditions.WriteAsync(log, cancellationToken);
        return (true, await new GatewayBenchmark(app, Measured(parsed), log).RunAsync(cancellationToken));
    }

    private static async Task<(bool Holds, string Json)> PagesAsync(ParseResult parsed, TextWriter log, CancellationToken cancellationToken)
    {
        var app = await Published.FolderAsync(parsed.GetValue(App), log, cancellationToken);
        await Conditions.WriteAsync(log, cancellationToken);
        return (true, await new PagesBenchmark(app, 2 * Measured(parsed), log).RunAsync(cancellationToken));
    }

    private static async Task<(bool Holds, string Json)> PriceAsync(ParseResult parsed, TextWriter log, CancellationToken cancellationToken)
    {
        var app = await Published.FolderAsync(parsed.GetValue(App), log, cancellationToken);
        await Conditions.WriteAsync(log, cancellationToken);
        return await new PriceBenchmark(app, parsed.GetValue(Quick), log).RunAsync(cancellationToken);
    }

    private static async Task<(bool Holds, string Json)> FirewallAsync(ParseResult parsed, TextWriter log, CancellationToken cancellationToken)
    {
        var isLeaky = parsed.GetValue(Leaky);
        var app = await Published.FolderAsync(parsed.GetValue(App), log, cancellationToken, isLeaky);
        await Conditions.WriteAsync(log, cancellationToken);
        return await new FirewallBenchmark(app, isLeaky, parsed.GetValue(Quick) ? 500 : parsed.GetValue(Full) ? 5000 : 1000, log).RunAsync(cancellationToken);
    }

    private static async Task<(bool Holds, string Json)> WebhooksAsync(ParseResult parsed, TextWriter log, CancellationToken cancellationToken)
    {
        var app = await Published.FolderAsync(parsed.GetValue(App), log, cancellationToken);
        await Conditions.WriteAsync(log, cancellationToken);
        return await new WebhookBenchmark(app, 2 * Measured(parsed), log).RunAsync(cancellationToken);
    }

    private static async Task<(bool Holds, string Json)> FeedAsync(ParseResult parsed, TextWriter log, CancellationToken cancellationToken)
    {
        var app = await Published.FolderAsync(parsed.GetValue(App), log, cancellationToken);
        await Conditions.WriteAsync(log, cancellationToken);
        return (true, await new FeedBenchmark(app, parsed.GetValue(Full) ? 10_000_000 : parsed.GetValue(Quick) ? 100_000 : 1_000_000, log).RunAsync(cancellationToken));
    }

    private static TimeSpan Measured(ParseResult parsed) => TimeSpan.FromSeconds(parsed.GetValue(Full) ? 120 : parsed.GetValue(Quick) ? 8 : 30);
}
