using System.Globalization;
using Spectre.Console;

namespace Cnaim.Demo.Report;

/// <summary>Shows the day on a terminal: bars while it runs, tables and a verdict at the end.</summary>
public sealed class DemoScreen(IAnsiConsole console)
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs the day under progress bars; without a terminal only its result is written.</summary>
    public async Task<DemoReport> RunAsync(DemoDay day, CancellationToken cancellationToken)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            return await day.PlayAsync(cancellationToken);
        }

        return await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).StartAsync(async context =>
        {
            var visits = context.AddTask("Visits", maxValue: Math.Max(1, day.Progress.VisitsPlanned));
            var referrals = context.AddTask("Referrals answered", maxValue: 1);
            var counting = context.AddTask("Count in the databases", maxValue: 1);
            var play = day.PlayAsync(cancellationToken);
            while (await Task.WhenAny(play, Task.Delay(Refresh, cancellationToken)) != play)
            {
                Show(day.Progress, visits, referrals, counting);
            }

            Show(day.Progress, visits, referrals, counting);
            counting.Value = 1;
            return await play;
        });
    }

    /// <summary>Writes tables and the verdict.</summary>
    public void Write(DemoReport report)
    {
        console.Write(DemoTables.Centres(report));
        console.Write(DemoTables.Offices(report));
        console.Write(DemoTables.States(report));
        foreach (var (trouble, count) in report.Troubles.OrderByDescending(pair => pair.Value))
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]{count} x {trouble}[/]");
        }

        foreach (var evidence in report.Evidence)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{evidence}[/]");
        }

        var figures = report.Figures;
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Loop p50 {figures.LoopP50Ms} ms, p99 {figures.LoopP99Ms} ms; an office's answer is visible at the sender after p50 {report.AnswerVisibleMs.P50} ms, p99 {report.AnswerVisibleMs.P99} ms."));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Seed {report.Seed}; took {report.Took.TotalSeconds:0} s; people declined {report.Declined} proposals; outbox {report.OutboxLeft}, parked {report.ParkedLeft}; own log {report.LogPath}"));
        var verdict = string.Create(CultureInfo.InvariantCulture, $"lost {figures.Lost}, duplicated {figures.Duplicated}, out of order {figures.OutOfOrder}");
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, report.IsGood
            ? (FormattableString)$"[green]Good: {figures.Referrals} referrals, {verdict}.[/]"
            : (FormattableString)$"[red]Not good: {verdict}, failed visits {report.FailedVisits}, refused referrals {report.RefusedReferrals}.[/]");
    }

    private static void Show(DemoProgress now, ProgressTask visits, ProgressTask referrals, ProgressTask counting)
    {
        visits.Value = now.Visits;
        referrals.MaxValue = Math.Max(1, now.Referrals);
        referrals.Value = now.Ended;
        counting.IsIndeterminate = now.Stage is "count";
    }
}
