using System.Globalization;
using Npgsql;

namespace Cnaim.Servers;

/// <summary>A private PostgreSQL cluster: own folder, own port on loopback, unprivileged account; ended when disposed.</summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly PostgresOptions _options;
    private readonly PostgresFolder _folder;
    private ChildProcess? _process;

    private PrivatePostgres(PostgresOptions options, SecretStore secrets)
    {
        _options = options;
        _folder = new PostgresFolder(options.Folder);
        Port = options.Port == 0 ? FreePorts.Next() : options.Port;
        AdminConnectionString = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = "postgres",
            Password = secrets.Password("postgres"),
            Database = "postgres",
            Pooling = false,
            Timeout = 5,
        }.ConnectionString;
        Databases = new DatabaseAccounts(AdminConnectionString, secrets);
    }

    /// <summary>The TCP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Connection string of the superuser, for launcher and tests only; not pooled.</summary>
    public string AdminConnectionString { get; }

    /// <summary>Creates the databases and roles of services.</summary>
    public DatabaseAccounts Databases { get; }

    /// <summary>The running postmaster; null while it is stopped.</summary>
    public ProcessMark? Process => _process is { HasExited: false } ? _process.Mark : null;

    /// <summary>The server's log.</summary>
    public string Log => _folder.Log;

    /// <summary>Creates the cluster if it is not there, starts it and waits until it answers.</summary>
    /// <param name="options">Folder, port and sizes.</param>
    /// <param name="cancellationToken">Ends the start; the server is then stopped.</param>
    /// <exception cref="ServerException">It cannot be started; the message says what to do.</exception>
    public static async Task<PrivatePostgres> StartAsync(PostgresOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var secrets = options.Secrets ?? SecretStore.Open(Path.Combine(options.Folder, "secrets", "secrets.json"));
        var server = new PrivatePostgres(options, secrets);
        try
        {
            await server._folder.PrepareAsync(secrets.Password("postgres"), cancellationToken);
            await server.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server again after <see cref="StopAsync"/> or <see cref="KillAsync"/>, on the same port, and waits until it answers.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _process?.Dispose();
        _process = ChildProcess.Start("PostgreSQL", [_folder.Program("postgres"), .. PostgresSettings.Arguments(_options, _folder, Port)], [], _folder.Root, _folder.Log, Account.Current);
        await using var probe = NpgsqlDataSource.Create(AdminConnectionString);
        while (true)
        {
            try
            {
                await using var connection = await probe.OpenConnectionAsync(cancellationToken);
                return;
            }
            catch (PostgresException cause) when (cause.SqlState is PostgresErrorCodes.InvalidPassword)
            {
                throw new ServerException($"The password kept for {_folder.Data} is not the server's; restore the secrets beside it, or move the folder away.", cause);
            }
            catch (NpgsqlException) when (!_process.HasExited)
            {
                await Task.Delay(50, cancellationToken);
            }
            catch (NpgsqlException cause)
            {
                throw new ServerException(Explain(), cause);
            }
        }
    }

    /// <summary>Stops the server: running transactions are rolled back, everything committed is written.</summary>
    public Task StopAsync() => _process is { HasExited: false } ? _process.StopAsync(Native.SigInt, Patience) : Task.CompletedTask;

    /// <summary>Kills the postmaster with SIGKILL; its sessions end by themselves within a moment. For fault tests.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false })
        {
            await _process.KillAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process?.Dispose();
        _process = null;
    }

    private string Explain()
    {
        var last = _process!.LastLines(5);
        return true switch
        {
            _ when last.Contains("No space left", StringComparison.Ordinal) => $"The disk is full: free space for {_folder.Root}.",
            _ when last.Contains("Address already in use", StringComparison.Ordinal) =>
                string.Create(CultureInfo.InvariantCulture, $"Port {Port} is taken by another program; end it or start again with another port."),
            _ when last.Contains("another server might be running", StringComparison.Ordinal) || last.Contains("is still in use", StringComparison.Ordinal) =>
                $"Another PostgreSQL server still uses {_folder.Data}; end it (its process id is in postmaster.pid) and start again.",
            _ => $"PostgreSQL did not start; its last words in {_folder.Log} are: {last}",
        };
    }
}
