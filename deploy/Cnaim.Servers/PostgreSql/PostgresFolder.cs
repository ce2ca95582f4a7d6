using System.Diagnostics;

namespace Cnaim.Servers;

/// <summary>The folder of a private cluster: <c>data</c> appears in one step when it is complete.</summary>
internal sealed class PostgresFolder(string root)
{
    private readonly string _binaries = PostgresBinaries.Require();

    public string Root { get; } = Path.GetFullPath(root);

    public string Data => Path.Combine(Root, "data");

    public string Socket => Path.Combine(Root, "socket");

    public string Log => Path.Combine(Root, "postgres.log");

    public string Program(string name) => Path.Combine(_binaries, name);

    public async Task PrepareAsync(string password, CancellationToken cancellationToken)
    {
        Account.Current.CreateFolder(Root);
        Account.Current.CreateFolder(Socket);
        RequireReach();
        var version = Path.Combine(Data, "PG_VERSION");
        if (!Directory.Exists(Data))
        {
            await CreateAsync(password, cancellationToken);
        }
        else if (!File.Exists(version))
        {
            throw new ServerException($"The folder {Data} is not a complete PostgreSQL cluster; move it away and start again.");
        }
        else
        {
            RequireVersion((await File.ReadAllTextAsync(version, cancellationToken)).Trim());
        }
    }

    private async Task CreateAsync(string password, CancellationToken cancellationToken)
    {
        var making = Data + ".making";
        if (Directory.Exists(making))
        {
            Directory.Delete(making, recursive: true);
        }

        var passwordFile = Path.Combine(Root, "password");
        Account.Current.WriteFile(passwordFile, password);
        try
        {
            using var initdb = ChildProcess.Start(
                "initdb",
                [Program("initdb"), "-D", making, "-U", "postgres", "--auth=scram-sha-256", "--pwfile=" + passwordFile, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"],
                [],
                Root,
                Log,
                Account.Current);
            await initdb.WaitAsync(cancellationToken);
            if (initdb.ExitCode != 0)
            {
                throw new ServerException(Explain(initdb.LastLines(5)));
            }

            Directory.Move(making, Data);
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    private static string Explain(string last) => last.Contains("No space left", StringComparison.Ordinal)
        ? "The disk is full: free at least 200 MB and start again."
        : $"PostgreSQL's initdb failed: {last}";

    private void RequireReach()
    {
        if (Path.GetDirectoryName(Root) is { } parent && !Account.Current.CanReach(parent))
        {
            throw new ServerException($"The user {Account.Current.Name} cannot reach {Root}; set CNAIM_HOME to a folder that others may pass through.");
        }
    }

    private void RequireVersion(string version)
    {
        using var process = Process.Start(new ProcessStartInfo(Program("postgres"), ["--version"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var installed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (!installed.Contains($") {version}.", StringComparison.Ordinal))
        {
            throw new ServerException($"The data in {Data} is of PostgreSQL {version}, installed is {installed.Trim()}; install version {version}, or move the folder away.");
        }
    }
}
