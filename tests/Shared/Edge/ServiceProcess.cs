using System.Net;
using Cnaim.Servers;

namespace Cnaim.Testing.Edge;

/// <summary>A service as it really runs: its own process, configured by the environment alone.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly ChildProcess _process;

    private ServiceProcess(ChildProcess process, string url)
    {
        _process = process;
        Client = new HttpClient(new DocumentedAnswers(process.Name)) { BaseAddress = new Uri(url) };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public string Log => _process.LastLines(200);

    /// <summary>Starts the service and waits until it is ready.</summary>
    public static async Task<ServiceProcess> StartAsync(string code, string assembly, IReadOnlyDictionary<string, string> settings, string? url = null)
    {
        var service = Launch(code, assembly, settings, url);
        await service.WaitAsync("/health/ready");
        return service;
    }

    /// <summary>Starts the service only.</summary>
    public static ServiceProcess Launch(string code, string assembly, IReadOnlyDictionary<string, string> settings, string? url = null)
    {
        url ??= $"http://127.0.0.1:{FreePorts.Next()}";
        var log = Path.Combine(System.IO.Directory.CreateTempSubdirectory("cnaim-log-").FullName, code + ".log");
        File.WriteAllText(log, "");
        if (Account.Current.Name is not null)
        {
            File.SetUnixFileMode(Path.GetDirectoryName(log)!, (UnixFileMode)0b111_111_111);
            File.SetUnixFileMode(log, (UnixFileMode)0b110_110_110);
        }

        var environment = new Dictionary<string, string>(settings, StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = url,
            ["ASPNETCORE_CONTENTROOT"] = Path.Combine(AppContext.BaseDirectory, "config", code),
            ["DOTNET_TieredCompilation"] = "1",
            ["HOME"] = Path.GetTempPath(),
        };
        var program = Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
        return new ServiceProcess(ChildProcess.Start(code, ["dotnet", program], environment, Path.GetTempPath(), log, Account.Current), url);
    }

    public async Task WaitAsync(string path)
    {
        using var timer = new CancellationTokenSource(Patience);
        while (!await AnswersAsync(path))
        {
            if (HasExited || timer.IsCancellationRequested)
            {
                throw new InvalidOperationException($"{_process.Name} is not ready:{Environment.NewLine}{Log}");
            }

            await Task.Delay(100, CancellationToken.None);
        }
    }

    /// <summary>Ends it as a power cut does: with kill -9, in the middle of whatever it does.</summary>
    public void Kill() => _process.Mark.Signal(9);

    public Task WaitForExitAsync() => _process.WaitAsync(CancellationToken.None).WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            await _process.StopAsync(15, TimeSpan.FromSeconds(15));
        }

        _process.Dispose();
    }

    private async Task<bool> AnswersAsync(string path)
    {
        try
        {
            using var answer = await Client.GetAsync(path);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
