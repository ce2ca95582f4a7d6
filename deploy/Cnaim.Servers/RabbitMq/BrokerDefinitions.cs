using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cnaim.Messaging.Topology;

namespace Cnaim.Servers;

/// <summary>Renders the topology manifest to the definitions that RabbitMQ imports.</summary>
public static class BrokerDefinitions
{
    /// <summary>The virtual host of the platform.</summary>
    public const string VirtualHost = "cnaim";

    /// <summary>The user with whom subscriptions makes and removes partners' queues. Only an administrator of the broker may close another user's connections (ADR 0103).</summary>
    public const string Provisioner = "cnaim-partner-queues";

    /// <summary>The definitions as JSON: users, rights, exchanges, queues and bindings.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="queueType">Kind of the services' own queues.</param>
    /// <param name="passwordOf">Password of a service's user by its code.</param>
    public static string Render(TopologyManifest manifest, QueueType queueType, Func<string, string> passwordOf)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var codes = manifest.Services.Select(service => service.Code).ToList();
        return JsonSerializer.Serialize(new
        {
            vhosts = new[] { new { name = VirtualHost } },
            users = codes.Select(code => User(code, passwordOf(code), [])).Append(User(Provisioner, passwordOf(Provisioner), ["administrator"])),
            permissions = codes.Select(code => BrokerRights.Permission(manifest, code)).Append(BrokerRights.ProvisioningPermission(manifest)),
            topic_permissions = codes.SelectMany(code => BrokerRights.TopicPermissions(manifest, code)),
            exchanges = BrokerObjects.Exchanges(manifest),
            queues = BrokerObjects.Queues(manifest, queueType),
            bindings = BrokerObjects.Bindings(manifest),
        });
    }

    private static object User(string name, string password, string[] tags) => new
    {
        name,
        password_hash = Hash(password),
        hashing_algorithm = "rabbit_password_hashing_sha256",
        tags,
        limits = new { },
    };

    private static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(4);
        return Convert.ToBase64String([.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)])]);
    }
}
