using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Cnaim.Testing;

namespace Cnaim.Subscriptions.Tests.Support;

/// <summary>The npm package amqplib, unmodified, as a partner would consume its queue with it.</summary>
internal sealed class AmqpLibrary : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<JsonElement> _happened = [];

    private AmqpLibrary(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text)
            {
                _happened.Enqueue(JsonElement.Parse(text));
            }
        };
        process.BeginOutputReadLine();
    }

    public IReadOnlyList<JsonElement> Messages => [.. _happened.Where(one => What(one) is "message")];

    public static async Task<AmqpLibrary> StartAsync()
    {
        await StandardLibrary.InstallAsync("amqplib");
        return new AmqpLibrary(Process.Start(new ProcessStartInfo("node", ["consume.mjs"])
        {
            WorkingDirectory = Repository.At("tests", "Cnaim.Subscriptions.Tests", "node"),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);
    }

    public int Count(string what) => _happened.Count(one => string.Equals(What(one), what, StringComparison.Ordinal));

    public IEnumerable<string> Of(string what) => _happened.Where(one => string.Equals(What(one), what, StringComparison.Ordinal)).Select(one => one.GetRawText());

    public async Task ConnectAsync(object how)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(how, JsonSerializerOptions.Web));
        await _process.StandardInput.FlushAsync(Calls.Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string? What(JsonElement one) => one.GetProperty("happened").GetString();
}
