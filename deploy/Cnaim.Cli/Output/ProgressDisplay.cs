using Cnaim.Launcher;
using Spectre.Console;

namespace Cnaim.Cli.Output;

/// <summary>Shows the progress of a long operation: bars on a terminal, one line a step elsewhere, nothing for machines.</summary>
internal static class ProgressDisplay
{
    public static async Task<TResult> RunAsync<TResult>(bool quiet, Func<IProgress<PlatformStep>, Task<TResult>> work)
    {
        if (quiet)
        {
            return await work(new Lines(static _ => { }));
        }

        return Terminal.IsInteractive ? await BarsAsync(work) : await work(new Lines(Terminal.Line));
    }

    private static async Task<TResult> BarsAsync<TResult>(Func<IProgress<PlatformStep>, Task<TResult>> work) =>
        await Terminal.Out.Progress().AutoClear(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context => await work(new Bars(context)));

    private sealed class Bars(ProgressContext context) : IProgress<PlatformStep>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = new(StringComparer.Ordinal);

        public void Report(PlatformStep value)
        {
            lock (_tasks)
            {
                if (!_tasks.TryGetValue(value.Title, out var task))
                {
                    _tasks[value.Title] = task = context.AddTask(value.Title, maxValue: value.Total);
                }

                task.Value = value.Done;
                task.Description = Markup.Escape(value.Detail is null || value.Done == value.Total ? value.Title : $"{value.Title}: {value.Detail}");
            }
        }
    }

    private sealed class Lines(Action<string> write) : IProgress<PlatformStep>
    {
        private readonly HashSet<string> _begun = new(StringComparer.Ordinal);

        public void Report(PlatformStep value)
        {
            lock (_begun)
            {
                if (_begun.Add(value.Title))
                {
                    write(value.Title + " ...");
                }

                if (value.Done == value.Total && _begun.Add(value.Title + "\0done"))
                {
                    write($"{value.Title}: done ({value.Total})");
                }
            }
        }
    }
}
