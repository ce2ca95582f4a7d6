using System.CommandLine;
using System.Globalization;
using Cnaim.Cli.Output;
using Cnaim.Cli.Tours;
using Cnaim.Demo;
using Cnaim.Demo.Report;
using Cnaim.Launcher;
using Cnaim.Servers;

namespace Cnaim.Cli.Commands;

internal static class DemoCommand
{
    private static readonly Option<int> Visits = new("--visits") { Description = "Visits in all centres together; the centres keep their proportions.", DefaultValueFactory = _ => DemoOptions.WholeDay };
    private static readonly Option<double?> Speed = new("--speed") { Description = "How many times faster than a working day people arrive; without it each desk takes the next person at once." };
    private static readonly Option<int?> Seed = new("--seed") { Description = "Seed of persons, arrivals and of how offices behave; a random one by default." };
    private static readonly Option<bool> Ui = new("--ui") { Description = "Play one visit in the browser instead: seen, where there is a screen, and kept as pictures in any case." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print one line of JSON." };

    public static Command Create()
    {
        var command = new Command("demo", "Play a working day of Lisbon, Porto, Faro and Beja through the gateway, and count what became of every referral.") { Visits, Speed, Seed, Ui, Json };
        command.SetAction((line, cancellationToken) => line.GetValue(Ui) ? PlayTour.RunAsync(cancellationToken) : RunAsync(Options(line), line.GetValue(Json), cancellationToken));
        return command;
    }

    private static DemoOptions Options(ParseResult line)
    {
        var (visits, speed) = (line.GetValue(Visits), line.GetValue(Speed));
        if (visits is < 1 or > 100_000 || speed is <= 0)
        {
            throw new LauncherException(LauncherProblem.Usage, "--visits takes 1 to 100000, --speed a number above 0.");
        }

        var repository = Repository.Find();
        return new DemoOptions
        {
            Visits = visits,
            Speed = speed,
            Seed = line.GetValue(Seed) ?? Random.Shared.Next(1_000_000),
            DataFolder = Path.Combine(repository, "deploy", "data"),
            LogFolder = Path.Combine(PlatformLayout.Find(repository).Home, "demo"),
        };
    }

    private static async Task<int> RunAsync(DemoOptions options, bool json, CancellationToken cancellationToken)
    {
        using var day = new DemoDay(Platform(), options, TimeProvider.System);
        var screen = new DemoScreen(Terminal.Out);
        if (!json)
        {
            Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"Playing {options.Visits} visits with seed {options.Seed}; Beja's number of visits is assumed."));
        }

        var report = json ? await day.PlayAsync(cancellationToken) : await screen.RunAsync(day, cancellationToken);
        if (json)
        {
            Explain(report);
            Terminal.Line(report.Figures.ToJson());
        }
        else
        {
            screen.Write(report);
        }

        return report.IsGood ? 0 : (int)LauncherProblem.Failed;
    }

    // The last line is for machines; what a person needs to repeat or to understand the run goes beside it.
    private static void Explain(DemoReport report)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {report.Seed}, own log {report.LogPath}"));
        foreach (var (trouble, count) in report.Troubles)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} x {trouble}"));
        }

        foreach (var evidence in report.Evidence)
        {
            Console.Error.WriteLine(evidence);
        }
    }

    private static DemoPlatform Platform()
    {
        var layout = PlatformLayout.Find(Repository.Find());
        var running = RunningPlatform.Find(layout);
        return new DemoPlatform
        {
            Gateway = new Uri(running.State.Gateway!),
            ClientId = "sandbox",
            ClientSecret = SecretStore.Open(layout.Secrets).Password("client.sandbox"),
            Databases = running.State.Services.ToDictionary(service => service.Code, service => running.ConnectionString(service.Code), StringComparer.Ordinal),
        };
    }
}
