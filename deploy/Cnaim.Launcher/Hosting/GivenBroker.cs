using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Cnaim.Messaging.Topology;
using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>A RabbitMQ that was given by its management address: the topology is imported there, AMQP is expected on port 5672 of the same host, or on the query's <c>amqp</c>; with <c>tls=true</c> encrypted, on port 5671.</summary>
internal sealed class GivenBroker(Uri management, SecretStore secrets) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = new UriBuilder(management) { UserName = "", Password = "", Query = "" }.Uri };

    public string UrlOf(string code) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsEncrypted ? "amqps" : "amqp")}://{code}:{secrets.Password("broker." + code)}@{management.Host}:{AmqpPort}/{BrokerDefinitions.VirtualHost}");

    /// <summary>For the service that makes partners' queues.</summary>
    public string ManagementUrl =>
        new UriBuilder(management) { UserName = BrokerDefinitions.Provisioner, Password = secrets.Password("broker." + BrokerDefinitions.Provisioner), Query = "" }.Uri.ToString();

    public async Task ApplyAsync(TopologyManifest manifest, QueueType queueType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/definitions");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(management.UserInfo))));
        request.Content = new StringContent(
            BrokerDefinitions.Render(manifest, queueType, code => secrets.Password("broker." + code)), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await _client.SendAsync(request, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                throw new ServerException(string.Create(
                    CultureInfo.InvariantCulture, $"The broker named in CNAIM_RABBITMQ refused the topology with {(int)answer.StatusCode}; its user must be an administrator."));
            }
        }
        catch (HttpRequestException cause)
        {
            throw new ServerException($"The management address in CNAIM_RABBITMQ does not answer at {management.Host}; enable rabbitmq_management there, or unset the variable.", cause);
        }
    }

    public void Dispose() => _client.Dispose();

    private int AmqpPort => int.TryParse(
        System.Web.HttpUtility.ParseQueryString(management.Query)["amqp"], CultureInfo.InvariantCulture, out var port) ? port : IsEncrypted ? 5671 : 5672;

    private bool IsEncrypted => System.Web.HttpUtility.ParseQueryString(management.Query)["tls"] is "true";
}
