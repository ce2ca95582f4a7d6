using System.Globalization;

namespace Cnaim.Servers;

/// <summary>The folder of a private node and the variables that keep every program of RabbitMQ inside it.</summary>
internal sealed class RabbitMqFolder(RabbitMqOptions options, SecretStore secrets, int port, int peerPort, int nodePort, int managementPort)
{
    public const string Administrator = "cnaim-administrator";

    public string Root { get; } = Path.GetFullPath(options.Folder);

    public string Log => Path.Combine(Root, "rabbitmq.log");

    public string Definitions => Path.Combine(Root, "definitions.json");

    public string MnesiaBase => Path.Combine(Root, "data");

    public IEnumerable<KeyValuePair<string, string>> PeerEnvironment =>
    [
        new("HOME", Root),
        new("ERL_EPMD_PORT", Text(peerPort)),
        new("ERL_EPMD_ADDRESS", "127.0.0.1"),
    ];

    // "detached" makes the start script become the Erlang machine instead of waiting for it: the process id is the node's.
    public IEnumerable<KeyValuePair<string, string>> Environment =>
    [
        .. PeerEnvironment,
        new("detached", "1"),
        new("RABBITMQ_NODENAME", "cnaim@localhost"),
        new("RABBITMQ_MNESIA_BASE", MnesiaBase),
        new("RABBITMQ_LOG_BASE", Path.Combine(Root, "log")),
        new("RABBITMQ_CONFIG_FILE", Path.Combine(Root, "rabbitmq.conf")),
        new("RABBITMQ_ADVANCED_CONFIG_FILE", Path.Combine(Root, "advanced.config")),
        new("RABBITMQ_GENERATED_CONFIG_DIR", Path.Combine(Root, "config")),
        new("RABBITMQ_CONF_ENV_FILE", Path.Combine(Root, "rabbitmq-env.conf")),
        new("RABBITMQ_ENABLED_PLUGINS_FILE", Path.Combine(Root, "enabled_plugins")),
        new("RABBITMQ_PID_FILE", Path.Combine(Root, "pid")),
        new("RABBITMQ_DIST_PORT", Text(nodePort)),
        new("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none"),
        new("RABBITMQ_CTL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1} +S 1 +sbwt none"),
    ];

    public void Prepare()
    {
        Account.Current.CreateFolder(Root);
        if (Path.GetDirectoryName(Root) is { } parent && !Account.Current.CanReach(parent))
        {
            throw new ServerException($"The user {Account.Current.Name} cannot reach {Root}; set CNAIM_HOME to a folder that others may pass through.");
        }

        Account.Current.WriteFile(Path.Combine(Root, ".erlang.cookie"), secrets.Password("erlang"));
        Account.Current.WriteFile(Path.Combine(Root, "enabled_plugins"), $"[{string.Join(',', Plugins)}].");
        Account.Current.WriteFile(Path.Combine(Root, "advanced.config"), Advanced());
        Account.Current.WriteFile(Path.Combine(Root, "rabbitmq.conf"), Configuration());
    }

    private string Configuration() => string.Join('\n', (string[])
    [
        $"listeners.tcp.1 = 127.0.0.1:{Text(port)}",
        "log.console = true",
        "log.console.level = warning",
        "log.file = false",
        $"default_user = {Administrator}",
        $"default_pass = {secrets.Password("broker.administrator")}",
        $"default_vhost = {BrokerDefinitions.VirtualHost}",
        "heartbeat = 10",
        "channel_max = 256",
        "collect_statistics_interval = 30000",
        "raft.wal_max_size_bytes = 67108864",
        "management.tcp.ip = 127.0.0.1",
        .. options.PartnerKeys is null ? (string[])[] : PartnerSettings(),
        .. options.Settings,
        "",
    ]);

    private IEnumerable<string> Plugins => options.PartnerKeys is null ? options.Plugins : options.Plugins.Concat(["rabbitmq_management", "rabbitmq_auth_backend_oauth2"]).Distinct(StringComparer.Ordinal);

    // Services have users of the broker's own; whoever is none of them shows a token.
    private string[] PartnerSettings() =>
    [
        $"management.tcp.port = {Text(managementPort)}",
        "auth_backends.1 = rabbit_auth_backend_internal",
        "auth_backends.2 = rabbit_auth_backend_oauth2",
    ];

    private string Advanced() => options.PartnerKeys is { } keys ? PartnerTokens.Settings(keys) : "[].\n";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
