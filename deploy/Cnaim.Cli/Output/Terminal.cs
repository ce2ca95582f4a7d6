using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cnaim.Launcher;
using Spectre.Console;

namespace Cnaim.Cli.Output;

/// <summary>What people and machines see: no colour and no moving bars where the output is not a terminal.</summary>
internal static class Terminal
{
    // A file has no width of its own; tables are not to be folded in it.
    private const int WidthOfFiles = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static bool IsInteractive { get; } = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb");

    public static IAnsiConsole Out { get; } = Create();

    public static void Line(string text = "") => Console.Out.WriteLine(text);

    public static void WriteJson<TValue>(TValue value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Json));

    public static int Fail(LauncherProblem problem, string message)
    {
        Console.Error.WriteLine("cnaim: " + message);
        return (int)problem;
    }

    private static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsInteractive && Environment.GetEnvironmentVariable("NO_COLOR") is null ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = IsInteractive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!IsInteractive)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }
}
