using System.Diagnostics;
using System.Text;
using Cnaim.Servers;

namespace Cnaim.Screening.Tests.Service;

/// <summary>The service as it is deployed: a process of its own, on two ports.</summary>
internal sealed class ScreeningProcess : IAsyncDisposable
{
    private readonly System.Diagnostics.Process _process;
    private readonly StringBuilder _log = new();
    private string _health = "it does not listen";

    private ScreeningProcess(System.Diagnostics.Process process, string http, string grpc)
    {
        (_process, Http, Grpc) = (process, new Uri(http), grpc);
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
    }

    public Uri Http { get; }

    public string Grpc { get; }

    public static async Task<ScreeningProcess> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var ports = FreePorts.Next(2);
        var (http, grpc) = ($"http://127.0.0.1:{ports[0]}", $"http://127.0.0.1:{ports[1]}");
        var folder = AppContext.BaseDirectory;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Cnaim.Screening.dll")])
        {
            WorkingDirectory = Path.Combine(folder, "config", "screening"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings.Append(new("ASPNETCORE_URLS", http)).Append(new("Grpc__Url", grpc)))
        {
            start.Environment[key] = value;
        }

        var screening = new ScreeningProcess(new System.Diagnostics.Process { StartInfo = start }, http, grpc);
        await screening.ReadyAsync();
        return screening;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task ReadyAsync()
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Http };
        for (var attempt = 0; attempt < 1200; attempt++)
        {
            if (_process.HasExited)
            {
                break;
            }

            try
            {
                using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (ready.IsSuccessStatusCode)
                {
                    return;
                }

                _health = await ready.Content.ReadAsStringAsync();
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(100);
        }

        await DisposeAsync();
        throw new InvalidOperationException($"Screening did not get ready: {_health}\n{_log}");
    }

    private void Append(string? line)
    {
        lock (_log)
        {
            _log.AppendLine(line);
        }
    }
}
