using System.IO.Compression;

namespace Grpc.AspNetCore.Server;

/// <summary>How gRPC services are served.</summary>
public class GrpcServiceOptions
{
    /// <summary>Largest message to send, in bytes; default none. A larger one ends the call with RESOURCE_EXHAUSTED.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Largest message to receive, in bytes, also after decompression; default 4 MiB, null for none. A larger one ends the call with RESOURCE_EXHAUSTED.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>True to send the texts of unhandled exceptions to callers; default false, and for development only.</summary>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary><c>gzip</c> to compress responses for callers that accept it; default none.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>How hard responses are compressed; default <see cref="CompressionLevel.Fastest"/>.</summary>
    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>True to leave unknown services to other endpoints instead of answering UNIMPLEMENTED; default false.</summary>
    public bool? IgnoreUnknownServices { get; set; }
}
