namespace Grpc.Wire;

/// <summary>Names of the gRPC protocol over HTTP/2.</summary>
internal static class GrpcNames
{
    public const string ContentType = "application/grpc";
    public const string Status = "grpc-status";
    public const string Message = "grpc-message";
    public const string Timeout = "grpc-timeout";
    public const string Encoding = "grpc-encoding";
    public const string AcceptEncoding = "grpc-accept-encoding";
    public const string Identity = "identity";
    public const string Gzip = "gzip";
    public const string AcceptedEncodings = "identity,gzip";
    public const int HeaderSize = 5;
    public const int DefaultMaxReceiveMessageSize = 4 * 1024 * 1024;

    public static bool IsGrpc(ReadOnlySpan<char> contentType) =>
        contentType.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase)
        && (contentType.Length == ContentType.Length || contentType[ContentType.Length] is '+' or ';');

    /// <summary>True for headers that belong to the protocol and are no metadata.</summary>
    public static bool IsReserved(string name) => name.Length > 0 && (name[0] == ':' || name.ToLowerInvariant() is
        Status or Message or Timeout or Encoding or AcceptEncoding or "content-type" or "te" or "host" or "accept-encoding"
        or "content-length" or "transfer-encoding" or "connection");
}
