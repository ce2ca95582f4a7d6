using System.Globalization;
using System.Net;
using Cnaim.Servers;
using Cnaim.Testing;
using Dapper;
using Npgsql;

namespace Cnaim.Faults.Tests;

/// <summary>An office as a process of its own, which a scenario starts, kills, pauses and asks; its database is looked at past it.</summary>
internal sealed class FaultOffice(FaultLab lab, LentOffice lent, string database, string switches) : IAsyncDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(5) };
    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
    private ChildProcess? _process;

    public string Code => lent.Code;

    /// <summary>Connection string of its database's owner.</summary>
    public string Database => database;

    /// <summary>Where files of a scenario lie.</summary>
    public string Folder => lab.Folder;

    public Uri Url { get; } = new($"http://127.0.0.1:{FreePorts.Next().ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Protections that are switched off from the next start on, comma-separated.</summary>
    public string Switches { get; set; } = switches;

    /// <summary>Streams that this office's handler cannot bear, from the next start on: <c>stream=throw</c> or <c>stream=crash</c>, comma-separated.</summary>
    public string Poison { get; set; } = "";

    /// <summary>Every time the handler was given a poisoned message: its stream.</summary>
    public IReadOnlyList<string> PoisonTries => File.Exists(PoisonLog) ? File.ReadAllLines(PoisonLog) : [];

    public bool HasEnded => _process is { HasExited: true };

    /// <summary>Starts the process.</summary>
    /// <param name="failPoints">Where it ends or delays itself, as <c>CNAIM_FAILPOINTS</c>.</param>
    public void Start(string failPoints = "")
    {
        _process?.Dispose();
        _process = ChildProcess.Start(
            lent.Code,
            ["dotnet", FaultLab.Program],
            [
                new("Office__Code", lent.Code), new("ConnectionStrings__Database", database), new("Broker__Url", lent.BrokerUrl), new("Broker__GapPatienceSeconds", "1"), new("Broker__FlowLookMilliseconds", "500"),
                new("Protection__Key", Convert.ToBase64String(new byte[32])), new("ASPNETCORE_URLS", Url.ToString()), new("CNAIM_SABOTAGE", Switches), new("CNAIM_FAILPOINTS", failPoints),
                new("CNAIM_POISON", Poison), new("CNAIM_POISON_LOG", PoisonLog),
                new("CNAIM_CLOCK_OFFSET", File.Exists(ClockFile) ? ClockFile : ""),
                new("DOTNET_EnableDiagnostics", "0"), new("DOTNET_TieredPGO", "0"), new("DOTNET_gcServer", "0"), new("DOTNET_TC_CallCountThreshold", "0x200"),
            ],
            Path.GetDirectoryName(FaultLab.Program)!,
            Path.Combine(lab.Logs, string.Create(CultureInfo.InvariantCulture, $"{lent.Code}-{Url.Port}.log")),
            Account.Current);
    }

    /// <summary>Starts the process and waits until it has its database and its place at the broker.</summary>
    public async Task StartAndWaitAsync(string failPoints = "")
    {
        Start(failPoints);
        await Eventually.Async(() => IsFlowingOrEndedAsync(failPoints), $"{Code} green", 180, 100);
    }

    /// <summary>Starts the process again whenever it ended, as a supervisor does, until told to stop.</summary>
    /// <returns>How often.</returns>
    public async Task<int> SuperviseAsync(CancellationToken stop)
    {
        var restarts = 0;
        while (!stop.IsCancellationRequested)
        {
            if (HasEnded)
            {
                restarts++;
                Start();
            }

            await Task.Delay(100, CancellationToken.None);
        }

        return restarts;
    }

    /// <summary>Sets the process's clock wrong: from its next start on, and at once when it was started with a wrong one.</summary>
    public void SetClock(TimeSpan offset)
    {
        File.WriteAllText(ClockFile + ".new", offset.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        File.SetUnixFileMode(ClockFile + ".new", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.Move(ClockFile + ".new", ClockFile, overwrite: true);
    }

    public Task KillAsync() => _process!.KillAsync();

    public void Pause() => _process!.Pause();

    public void Resume() => _process!.Resume();

    /// <summary>Waits until a fail-point ended the process.</summary>
    public Task EndedAsync() => Eventually.Async(() => Task.FromResult(HasEnded), $"{Code} ended by its fail-point", 180);

    public async Task<bool> IsReadyAsync() => await StatusAsync("/health/ready") is HttpStatusCode.OK;

    public async Task<bool> IsFlowingAsync() => await StatusAsync("/health/flow") is HttpStatusCode.OK;

    /// <summary>Whether it says itself that the flow is broken; no answer says nothing.</summary>
    public async Task<bool> SaysBrokenAsync() => await StatusAsync("/health/flow") is HttpStatusCode.ServiceUnavailable;

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = await _database.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    public async Task<List<T>> QueryAsync<T>(string sql)
    {
        await using var connection = await _database.OpenConnectionAsync();
        return (await connection.QueryAsync<T>(sql)).AsList();
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await _database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await _process.KillAsync();
        }

        _process?.Dispose();
        await _database.DisposeAsync();
    }

    // Requests that are being repeated may reach a fail-point before all is green. Without one, a process that ends itself is started again, as a supervisor does.
    private async Task<bool> IsFlowingOrEndedAsync(string failPoints)
    {
        if (HasEnded && failPoints.Length == 0)
        {
            Start();
        }

        return HasEnded || await IsFlowingAsync();
    }

    private string ClockFile => Path.Combine(lab.Logs, $"{lent.Code}-{Url.Port}.clock");

    private string PoisonLog => Path.Combine(lab.Logs, $"{lent.Code}-{Url.Port}.poison");

    private async Task<HttpStatusCode?> StatusAsync(string path)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Url, path));
            return answer.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }
}
