using System.Net;
using System.Net.Http.Headers;

namespace Cnaim.Grpc.Tests;

/// <summary>A gRPC request made by hand.</summary>
internal static class RawRequest
{
    public static HttpRequestMessage To(string address, string path, HttpContent content, string contentType = "application/grpc")
    {
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        return new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(address), path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
    }

    /// <summary>Payloads behind their prefixes.</summary>
    public static ByteArrayContent Messages(byte flag, params byte[][] payloads)
    {
        var bytes = new List<byte>();
        foreach (var payload in payloads)
        {
            bytes.AddRange([flag, 0, (byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, .. payload]);
        }

        return new ByteArrayContent([.. bytes]);
    }
}
