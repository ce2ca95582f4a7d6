using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cnaim.Servers;
using Cnaim.Testing.Edge;

namespace Cnaim.Gateway.Tests;

/// <summary>A running gateway, an issuer of tokens and a recording back end, shared by the tests of the assembly.</summary>
public sealed class GatewayUnderTest : IAsyncLifetime
{
    /// <summary>The <c>iss</c> of a ministry that identity accepts.</summary>
    internal const string ExternalIssuer = "https://login.ministry.example";

    private readonly PostgresFixture _postgres = new();
    private Issuer _issuer = null!;
    private ServiceProcess _gateway = null!;

    internal Upstream Upstream { get; private set; } = null!;

    internal string Database { get; private set; } = "";

    internal HttpClient Client => _gateway.Client;

    /// <summary>Comes from another loopback address each time: whose token is not read yet is counted by address, and one test must not use up what another may ask.</summary>
    internal HttpClient Stranger { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.Zero, ConnectCallback = ConnectAsync });

    internal Issuer Issuer => _issuer;

    internal Uri GrpcAddress { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        Database = await _postgres.CreateDatabaseAsync();
        _issuer = await Issuer.StartAsync();
        Upstream = await Upstream.StartAsync();
        Upstream.Exchange = _issuer.Exchange;
        GrpcAddress = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        _gateway = await ServiceProcess.StartAsync("gateway", "Cnaim.Gateway", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Database"] = Database,
            ["Protection__Key"] = Convert.ToBase64String(new byte[32]),
            ["Identity__Issuer"] = Issuer.Name,
            ["Identity__Keys"] = _issuer.Address + "/keys",
            ["Identity__Client__Id"] = "gateway",
            ["Identity__Client__Secret"] = "test",
            ["Grpc__Url"] = GrpcAddress.ToString(),
            ["Services__health__Http"] = Upstream.Address,
            ["Services__screening__Http"] = Upstream.Address,
            ["Services__screening__Grpc"] = Upstream.GrpcAddress,
            ["Services__identity__Http"] = Upstream.Address,
            ["Services__mediation__Http"] = Upstream.Address,
            ["Services__reception__Http"] = Upstream.Address,
            ["Services__subscriptions__Http"] = Upstream.Address,
            ["Services__tax__Http"] = "http://127.0.0.1:9",
            ["Gateway__ExternalIssuers__0"] = ExternalIssuer,
            ["Gateway__Services__health__Timeout"] = "00:00:01",
            ["Gateway__OpenAt__health__0"] = "GET v1/boards/{key}",
            ["Gateway__OpenAt__health__1"] = "v1/boards/{key}/events",
            ["Gateway__Streams__health__0"] = "v1/boards/{key}/events",
        });
        Stranger.BaseAddress = Client.BaseAddress;
    }

    public async ValueTask DisposeAsync()
    {
        Stranger.Dispose();
        await _gateway.DisposeAsync();
        await Upstream.DisposeAsync();
        await _issuer.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    internal string Token(string subject = "desk-1") => _issuer.Issue(token => token.Claims["sub"] = subject);

    internal Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, bool signedIn = true, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (signedIn)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token());
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        return (signedIn ? Client : Stranger).SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends bytes as they are and reads until the gateway closes, has been silent for two seconds since it began, or has not begun for fifteen.</summary>
    internal async Task<string> SendRawAsync(string request)
    {
        using var socket = new TcpClient("127.0.0.1", Client.BaseAddress!.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        var answer = new StringBuilder();
        var buffer = new byte[8192];
        using var silence = new CancellationTokenSource();
        try
        {
            while (true)
            {
                silence.CancelAfter(TimeSpan.FromSeconds(answer.Length == 0 ? 15 : 2));
                var read = await stream.ReadAsync(buffer, silence.Token);
                if (read == 0)
                {
                    return answer.Append("<closed>").ToString();
                }

                answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (OperationCanceledException)
        {
            return answer.Append("<open>").ToString();
        }
        catch (IOException)
        {
            return answer.Append("<closed>").ToString();
        }
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(new IPAddress([127, .. RandomNumberGenerator.GetBytes(2), 2]), 0));
        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    internal static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, int status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(status, text);
        var problem = JsonElement.Parse(text);
        problem.GetProperty("type").GetString().ShouldBe("urn:cnaim:problem:" + code);
        return problem;
    }
}
