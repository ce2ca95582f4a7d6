using System.Net;
using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>Statuses of calls that the transport or a foreign server ended.</summary>
internal static class TransportFailure
{
    public static Status StatusFor(Exception exception) => exception switch
    {
        _ when ProtocolError(exception) is { } error => new Status(CodeFor(error), $"The peer ended the stream with HTTP/2 error {error}.", exception),
        HttpRequestException or IOException => new Status(StatusCode.Unavailable, "The connection failed.", exception),
        OperationCanceledException => new Status(StatusCode.Cancelled, "Call canceled.", exception),
        _ => new Status(StatusCode.Internal, "The call failed in this process.", exception),
    };

    public static StatusCode CodeFor(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => StatusCode.Internal,
        HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
        HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
        HttpStatusCode.NotFound => StatusCode.Unimplemented,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
            StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };

    private static long? ProtocolError(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is HttpProtocolException protocol)
            {
                return protocol.ErrorCode;
            }
        }

        return null;
    }

    /// <summary>RFC 9113 section 7 to status codes, as the gRPC protocol says.</summary>
    private static StatusCode CodeFor(long error) => error switch
    {
        7 => StatusCode.Unavailable, // REFUSED_STREAM
        8 => StatusCode.Cancelled, // CANCEL
        11 => StatusCode.ResourceExhausted, // ENHANCE_YOUR_CALM
        12 => StatusCode.PermissionDenied, // INADEQUATE_SECURITY
        _ => StatusCode.Internal,
    };
}
