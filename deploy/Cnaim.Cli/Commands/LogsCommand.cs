using System.CommandLine;
using Cnaim.Cli.Output;
using Cnaim.Launcher;

namespace Cnaim.Cli.Commands;

internal static class LogsCommand
{
    private static readonly Argument<string> Code = new("CODE") { Description = "Code of a service, or postgres, rabbitmq, supervisor." };
    private static readonly Option<bool> Follow = new("--follow", "-f") { Description = "Go on printing until interrupted." };
    private static readonly Option<int> Lines = new("--lines", "-n") { Description = "How many of the last lines to print first.", DefaultValueFactory = _ => 100 };

    public static Command Create()
    {
        var command = new Command("logs", "Print what a service or server has written.") { Code, Follow, Lines };
        command.SetAction((line, cancellationToken) => RunAsync(line.GetRequiredValue(Code), line.GetValue(Lines), line.GetValue(Follow), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string code, int lines, bool follow, CancellationToken cancellationToken)
    {
        var layout = PlatformLayout.Find(Repository.Find());
        var path = code switch
        {
            "postgres" => Path.Combine(layout.Postgres, "postgres.log"),
            "rabbitmq" => Path.Combine(layout.RabbitMq, "rabbitmq.log"),
            _ => layout.Log(Path.GetFileName(code)),
        };
        if (!File.Exists(path))
        {
            throw new LauncherException(LauncherProblem.Usage, $"'{code}' has no log; logs are there for: {string.Join(", ", Names(layout))}.");
        }

        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        foreach (var line in (await reader.ReadToEndAsync(cancellationToken)).Split('\n').SkipLast(1).TakeLast(lines))
        {
            Terminal.Line(line);
        }

        while (follow && !cancellationToken.IsCancellationRequested)
        {
            Console.Out.Write(await reader.ReadToEndAsync(cancellationToken));
            await Task.Delay(250, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return 0;
    }

    private static IEnumerable<string> Names(PlatformLayout layout) => Directory.Exists(layout.Logs)
        ? Directory.EnumerateFiles(layout.Logs, "*.log").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)
        : [];
}
