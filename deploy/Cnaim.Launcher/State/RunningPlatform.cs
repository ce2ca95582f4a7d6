using System.Globalization;
using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>A platform that another process supervises, as its <c>state.json</c> tells.</summary>
public sealed class RunningPlatform
{
    private readonly PlatformLayout _layout;

    private RunningPlatform(PlatformLayout layout, PlatformState state) => (_layout, State) = (layout, state);

    /// <summary>What its supervisor says.</summary>
    public PlatformState State { get; }

    /// <summary>Tokens of demo identities.</summary>
    public DemoTokens Tokens => new(AddressOf("identity"), SecretStore.Open(_layout.Secrets).Password("client.sandbox"));

    /// <summary>Finds the platform that runs in a folder.</summary>
    /// <param name="layout">The folder.</param>
    /// <exception cref="LauncherException">None runs there.</exception>
    public static RunningPlatform Find(PlatformLayout layout) =>
        StateFile.Read(layout.State) is { } state && state.Supervisor.IsRunning && state.Phase is not (PlatformPhase.Stopped or PlatformPhase.Failed)
            ? new RunningPlatform(layout, state)
            : throw new LauncherException(LauncherProblem.NotRunning, "The platform is not running; start it with ./cnaim up --detach.");

    /// <summary>Own HTTP address of a service.</summary>
    /// <param name="code">Its code.</param>
    /// <exception cref="LauncherException">The platform was started without it.</exception>
    public string AddressOf(string code)
    {
        var service = State.Services.FirstOrDefault(service => string.Equals(service.Code, code, StringComparison.Ordinal));
        return service is not null
            ? string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{service.Port}")
            : throw new LauncherException(LauncherProblem.Usage, $"The platform runs without '{code}'; it has: {string.Join(", ", State.Services.Select(other => other.Code))}.");
    }

    /// <summary>Codes of the running services that exchange messages, and so keep records of people.</summary>
    public IReadOnlyList<string> Exchanging => [.. State.Services.Select(service => service.Code).Where(code => Cnaim.Messaging.Topology.TopologyManifest.Load().Find(code) is not null)];

    /// <summary>Address of a service's own user at the private broker; null for services without messages and where a broker was given.</summary>
    /// <param name="code">Its code.</param>
    public string? BrokerUrlOf(string code) => Cnaim.Messaging.Topology.TopologyManifest.Load().Find(code) is not null && State.Servers.FirstOrDefault(server => server.Name is "rabbitmq") is { } broker
        ? string.Create(CultureInfo.InvariantCulture, $"amqp://{code}:{SecretStore.Open(_layout.Secrets).Password("broker." + code)}@127.0.0.1:{broker.Port}/{BrokerDefinitions.VirtualHost}")
        : null;

    /// <summary>Connection string of a service's own role to its own private database.</summary>
    /// <param name="code">Its code.</param>
    public string ConnectionString(string code) => Accounts().ConnectionString(code);

    /// <summary>Connection string of the role that reads and seals a service's audit entries.</summary>
    /// <param name="code">Its code.</param>
    public string SealerConnectionString(string code) => Accounts().SealerConnectionString(code);

    private DatabaseAccounts Accounts()
    {
        var port = State.Servers.FirstOrDefault(server => server.Name is "postgres")?.Port
            ?? throw new LauncherException(LauncherProblem.Usage, "This platform uses a server that was given to it; only its administrator can open its databases.");
        return new DatabaseAccounts(string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port}"), SecretStore.Open(_layout.Secrets));
    }
}
