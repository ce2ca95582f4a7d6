using System.Text.Json;

namespace Cnaim.ServiceDefaults.Hosting;

/// <summary>What values look like, by the name of the member (<c>example-samples.json</c>); codes are the reference data's, people and places of theirs are invented.</summary>
internal static class ExampleSamples
{
    public const string Id = "0198f1c2-7d5e-7a31-9c55-3f1a2b4c5d6e";

    private static readonly Samples Declared = Load();

    public static string Text(string name) => Declared.Texts.GetValueOrDefault(name, "example");

    public static int Number(string name) => Declared.Numbers.GetValueOrDefault(name, 1);

    /// <summary>A member of a map.</summary>
    public static string Key(string name) => name is "errors" ? "reason" : Text(name);

    private static Samples Load()
    {
        using var stream = typeof(ExampleSamples).Assembly.GetManifestResourceStream("example-samples.json")!;
        return JsonSerializer.Deserialize<Samples>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Samples(Dictionary<string, string> Texts, Dictionary<string, int> Numbers);
}
