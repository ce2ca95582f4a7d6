namespace Cnaim.Grpc.Tests;

/// <summary>Sends over real sockets and remembers the last encodings.</summary>
internal sealed class ResponseLog() : DelegatingHandler(new SocketsHttpHandler { EnableMultipleHttp2Connections = true })
{
    public string? RequestEncoding { get; private set; }

    public string? ResponseEncoding { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        RequestEncoding = Value(request.Headers, "grpc-encoding");
        ResponseEncoding = Value(response.Headers, "grpc-encoding");
        return response;
    }

    private static string? Value(System.Net.Http.Headers.HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
