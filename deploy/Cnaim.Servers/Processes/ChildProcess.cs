using System.Diagnostics;

namespace Cnaim.Servers;

/// <summary>A process of the platform: own session, unprivileged account, output appended to a file, ended by its id only.</summary>
public sealed class ChildProcess : IDisposable
{
    // The shell raises the limit as far as it may, then becomes the program: the process id stays the same. It is bash, because dash
    // drops variables whose names hold a hyphen, such as Services__social-support__Http.
    private const string Shell = """ulimit -n "$CNAIM_FILES" 2>/dev/null || ulimit -n "$(ulimit -Hn)"; exec "$@" </dev/null >>"$CNAIM_LOG" 2>&1""";

    private readonly Process _process;
    private volatile bool _isDisposed;

    private ChildProcess(Process process, string name, string log)
    {
        (_process, Name, Log) = (process, name, log);
        Mark = ProcessMark.Of(process.Id) ?? new ProcessMark(process.Id, 0);
    }

    /// <summary>Name for messages.</summary>
    public string Name { get; }

    /// <summary>The file that receives its output.</summary>
    public string Log { get; }

    /// <summary>Its id and start time.</summary>
    public ProcessMark Mark { get; }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _isDisposed || _process.HasExited;

    /// <summary>Its exit code; 128 + signal where a signal ended it.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts a program.</summary>
    /// <param name="name">Name for messages.</param>
    /// <param name="command">Program and arguments.</param>
    /// <param name="environment">Variables added to the few that are inherited (PATH, language and time zone).</param>
    /// <param name="workingFolder">Its current folder.</param>
    /// <param name="log">The file that receives its output.</param>
    /// <param name="account">The account to run as.</param>
    public static ChildProcess Start(
        string name, IEnumerable<string> command, IEnumerable<KeyValuePair<string, string>> environment, string workingFolder, string log, Account account)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", Shell, "bash", .. account.Prefix, .. command]) { WorkingDirectory = workingFolder };
        start.Environment.Clear();
        foreach (var inherited in (string[])["PATH", "LANG", "LC_ALL", "TZ", "DOTNET_ROOT"])
        {
            if (Environment.GetEnvironmentVariable(inherited) is { } value)
            {
                start.Environment[inherited] = value;
            }
        }

        foreach (var (key, value) in environment.Append(new("CNAIM_FILES", "65536")).Append(new("CNAIM_LOG", log)))
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start) ?? throw new ServerException($"{name} cannot be started.");
        Lifeline.Current.Hold(process.Id);
        return new ChildProcess(process, name, log);
    }

    /// <summary>Completes when it has ended.</summary>
    /// <param name="cancellationToken">Ends the wait, not the process.</param>
    public Task WaitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Asks it to end, and kills it when it has not ended in time.</summary>
    /// <param name="signal">The polite signal: 15, or 2 for PostgreSQL's fast shutdown.</param>
    /// <param name="patience">How long it may take.</param>
    /// <returns>False where it had to be killed.</returns>
    public async Task<bool> StopAsync(int signal, TimeSpan patience)
    {
        Mark.Signal(Native.SigCont);
        Mark.Signal(signal);
        try
        {
            await _process.WaitForExitAsync().WaitAsync(patience);
            return true;
        }
        catch (TimeoutException)
        {
            Mark.Signal(Native.SigKill);
            await _process.WaitForExitAsync();
            return false;
        }
    }

    /// <summary>Kills it at once, as a power cut of this one process would.</summary>
    public Task KillAsync()
    {
        Mark.Signal(Native.SigKill);
        return _process.WaitForExitAsync();
    }

    /// <summary>Stops its threads; it keeps its connections and answers nothing.</summary>
    public void Pause() => Mark.Signal(Native.SigStop);

    /// <summary>Lets it go on.</summary>
    public void Resume() => Mark.Signal(Native.SigCont);

    /// <summary>The last lines of its log, for messages.</summary>
    /// <param name="count">How many lines.</param>
    public string LastLines(int count) => File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(count)) : "";

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        _process.Dispose();
    }
}
