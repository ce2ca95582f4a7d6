using System.Net;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>Makes the HTTP request of a call.</summary>
internal static class CallRequest
{
    private const string UserAgent = "cnaim-grpc/1.0";

    public static HttpRequestMessage Create(ClientCall call, HttpContent content)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, call.Channel.AddressOf(call.Method))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        var headers = message.Headers;
        headers.TryAddWithoutValidation("TE", "trailers");
        headers.TryAddWithoutValidation("User-Agent", UserAgent);
        headers.TryAddWithoutValidation(GrpcNames.AcceptEncoding, GrpcNames.AcceptedEncodings);
        if (call.Compression is not null)
        {
            headers.TryAddWithoutValidation(GrpcNames.Encoding, GrpcNames.Gzip);
        }

        if (call.Deadline is { } deadline)
        {
            headers.TryAddWithoutValidation(GrpcNames.Timeout, TimeoutHeader.Format(deadline - TimeProvider.System.GetUtcNow().UtcDateTime));
        }

        if (call.Host is not null)
        {
            headers.Host = call.Host;
        }

        Add(message, call.Options.Headers);
        return message;
    }

    /// <summary>Adds the credentials of channel and call; without TLS only where the channel allows it.</summary>
    public static async ValueTask AddCredentialsAsync(HttpRequestMessage message, ClientCall call)
    {
        var channel = call.Channel;
        if (!channel.IsSecure && !channel.Options.UnsafeUseInsecureChannelCallCredentials)
        {
            ClientLog.CredentialsNotSent(channel.Logger, call.Method.FullName);
            return;
        }

        var metadata = new Metadata();
        var service = new Uri(channel.Address, "/" + call.Method.ServiceName).ToString();
        var context = new AuthInterceptorContext(service, call.Method.Name, call.Token);
        await ApplyAsync(channel.Options.Credentials?.CallCredentials, context, metadata);
        await ApplyAsync(call.Options.Credentials, context, metadata);
        Add(message, metadata);
    }

    private static Task ApplyAsync(CallCredentials? credentials, AuthInterceptorContext context, Metadata metadata) =>
        credentials?.ApplyAsync(context, metadata) ?? Task.CompletedTask;

    private static void Add(HttpRequestMessage message, Metadata? metadata)
    {
        for (var i = 0; i < (metadata?.Count ?? 0); i++)
        {
            var entry = metadata![i];
            if (!GrpcNames.IsReserved(entry.Key) && !string.Equals(entry.Key, Metadata.RequestEncodingKey, StringComparison.Ordinal))
            {
                message.Headers.TryAddWithoutValidation(entry.Key, MetadataValues.ToHeader(entry));
            }
        }
    }
}
