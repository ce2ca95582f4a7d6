using System.Collections.Concurrent;
using System.Diagnostics;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>A program that runs beside the test, and what it says; it ends with the test.</summary>
internal sealed class Background : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;

    public Background(PlatformUnderTest platform, string script)
    {
        _process = Shell.Start(platform, script);
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _lines);

    public async Task UntilAsync(string text) =>
        (await Eventually.SeenAsync(() => Task.FromResult(Output), said => said.Contains(text, StringComparison.Ordinal) || _process.HasExited, seconds: 120)).ShouldContain(text);

    /// <summary>Until what it does shows; what it said, when it does not.</summary>
    public async Task UntilTrueAsync(Func<bool> isDone) =>
        (await Eventually.SeenAsync(() => Task.FromResult(isDone()), done => done || _process.HasExited, seconds: 120)).ShouldBeTrue(Output);

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
