using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Cnaim.Messaging.Topology;

namespace Cnaim.Servers;

/// <summary>A private RabbitMQ node with its own port mapper: own folder, everything on loopback, unprivileged account; ended when disposed.</summary>
public sealed class PrivateRabbitMq : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly RabbitMqOptions _options;
    private readonly SecretStore _secrets;
    private readonly RabbitMqFolder _folder;
    private readonly int _managementPort;
    private ChildProcess? _portMapper;
    private ChildProcess? _node;

    private PrivateRabbitMq(RabbitMqOptions options, SecretStore secrets)
    {
        (_options, _secrets) = (options, secrets);
        var ports = FreePorts.Next(4);
        Port = options.Port == 0 ? ports[0] : options.Port;
        _managementPort = options.ManagementPort == 0 ? ports[3] : options.ManagementPort;
        _folder = new RabbitMqFolder(options, secrets, Port, ports[1], ports[2], _managementPort);
        Ports = [Port, ports[1], ports[2], .. options.PartnerKeys is null ? (int[])[] : [_managementPort]];
    }

    /// <summary>The AMQP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>All ports: AMQP, Erlang's port mapper, Erlang's distribution, and the management API where partners connect.</summary>
    public IReadOnlyList<int> Ports { get; }

    /// <summary>The running node; null while it is stopped.</summary>
    public ProcessMark? Process => _node is { HasExited: false } ? _node.Mark : null;

    /// <summary>The running port mapper; null while it is stopped.</summary>
    public ProcessMark? PortMapper => _portMapper is { HasExited: false } ? _portMapper.Mark : null;

    /// <summary>The node's log.</summary>
    public string Log => _folder.Log;

    /// <summary>AMQP address with all rights on the platform's virtual host, for launcher and tests only.</summary>
    public string AdminUrl => Url(RabbitMqFolder.Administrator, _secrets.Password("broker.administrator"));

    /// <summary>Starts the node and waits until it accepts connections.</summary>
    /// <param name="options">Folder, port and queue type.</param>
    /// <param name="cancellationToken">Ends the start; the node is then stopped.</param>
    /// <exception cref="ServerException">It cannot be started; the message says what to do.</exception>
    public static async Task<PrivateRabbitMq> StartAsync(RabbitMqOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var secrets = options.Secrets ?? SecretStore.Open(Path.Combine(options.Folder, "secrets", "secrets.json"));
        var broker = new PrivateRabbitMq(options, secrets);
        try
        {
            await broker.StartAsync(cancellationToken);
            return broker;
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the node again after <see cref="StopAsync"/> or <see cref="KillAsync"/>, on the same ports, and waits until it accepts connections.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _folder.Prepare();
        if (PortMapper is null)
        {
            _portMapper = Run("epmd", ["epmd", "-port", Ports[1].ToString(CultureInfo.InvariantCulture), "-address", "127.0.0.1"], _folder.PeerEnvironment);
            await AnswersAsync(Ports[1], _portMapper, cancellationToken);
        }

        _node?.Dispose();
        _node = Run("RabbitMQ", [Path.Combine(RabbitMqBinaries.Require(), "rabbitmq-server")], _folder.Environment);
        await AnswersAsync(Port, _node, cancellationToken);
    }

    /// <summary>Address of a service's own user.</summary>
    /// <param name="code">The service's code.</param>
    public string UrlOf(string code) => Url(code, PasswordOf(code));

    /// <summary>Address of the management API for the service that makes partners' queues; null where no partner connects.</summary>
    public string? ManagementUrl => _options.PartnerKeys is null ? null : string.Create(
        CultureInfo.InvariantCulture, $"http://{BrokerDefinitions.Provisioner}:{PasswordOf(BrokerDefinitions.Provisioner)}@127.0.0.1:{_managementPort}/");

    /// <summary>Renders the manifest and imports it: users, rights, exchanges, queues, bindings; harmless when repeated.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ServerException">The broker refuses it.</exception>
    public async Task ApplyAsync(TopologyManifest manifest, CancellationToken cancellationToken = default)
    {
        Account.Current.WriteFile(_folder.Definitions, BrokerDefinitions.Render(manifest, _options.QueueType, PasswordOf));
        try
        {
            await ControlAsync(["import_definitions", _folder.Definitions], cancellationToken);
        }
        catch (ServerException early) when (early.Message.Contains("requires the 'rabbit' app to be running", StringComparison.Ordinal))
        {
            // The node listens a moment before it counts as started.
            await ControlAsync(["await_startup", "--timeout", "60"], cancellationToken);
            await ControlAsync(["import_definitions", _folder.Definitions], cancellationToken);
        }
    }

    /// <summary>Runs <c>rabbitmqctl</c> against this node and answers what it prints.</summary>
    /// <param name="arguments">Command and arguments, such as <c>list_queues</c>, <c>-p</c>, <c>cnaim</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ServerException">The command failed.</exception>
    public async Task<string> ControlAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        var prefix = Account.Current.Prefix;
        string[] command = [.. prefix.Skip(1), Path.Combine(RabbitMqBinaries.Require(), "rabbitmqctl"), "--quiet", .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = _folder.Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in _folder.Environment)
        {
            start.Environment[key] = value;
        }

        using var process = System.Diagnostics.Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new ServerException($"rabbitmqctl {arguments[0]} failed: {(output + await errors).Trim()}");
    }

    /// <summary>Stops the node: queues are written, clients are disconnected.</summary>
    public Task StopAsync() => _node is { HasExited: false } ? _node.StopAsync(Native.SigTerm, Patience) : Task.CompletedTask;

    /// <summary>Kills the node with SIGKILL. For fault tests.</summary>
    public async Task KillAsync()
    {
        if (_node is { HasExited: false })
        {
            await _node.KillAsync();
        }
    }

    /// <summary>Stops the node's threads: it keeps its connections and answers nothing. For fault tests.</summary>
    public void Pause() => _node?.Pause();

    /// <summary>Lets the node go on after <see cref="Pause"/>.</summary>
    public void Resume() => _node?.Resume();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_portMapper is { HasExited: false })
        {
            await _portMapper.StopAsync(Native.SigTerm, Patience);
        }

        _node?.Dispose();
        _portMapper?.Dispose();
        (_node, _portMapper) = (null, null);
    }

    private string PasswordOf(string code) => _secrets.Password("broker." + code);

    private string Url(string user, string password) =>
        string.Create(CultureInfo.InvariantCulture, $"amqp://{user}:{password}@127.0.0.1:{Port}/{BrokerDefinitions.VirtualHost}");

    private ChildProcess Run(string name, IEnumerable<string> command, IEnumerable<KeyValuePair<string, string>> environment) =>
        ChildProcess.Start(name, command, environment, _folder.Root, _folder.Log, Account.Current);

    private static async Task AnswersAsync(int port, ChildProcess process, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port, cancellationToken);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await Task.Delay(50, cancellationToken);
            }
            catch (SocketException cause)
            {
                throw new ServerException(BrokerFailure.Explain(process, port), cause);
            }
        }
    }
}
