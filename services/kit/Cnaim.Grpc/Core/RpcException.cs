using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>A call that did not end with <see cref="StatusCode.OK"/>; on the server, the way to end one so.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "A status is required, as in the official API.")]
public class RpcException : Exception
{
    /// <summary>Ends a call with a status.</summary>
    /// <param name="status">The status.</param>
    public RpcException(Status status)
        : this(status, Metadata.Empty, status.ToString())
    {
    }

    /// <summary>Ends a call with a status and a local message.</summary>
    /// <param name="status">The status.</param>
    /// <param name="message">The exception's message; not sent.</param>
    public RpcException(Status status, string message)
        : this(status, Metadata.Empty, message)
    {
    }

    /// <summary>Ends a call with a status and trailers.</summary>
    /// <param name="status">The status.</param>
    /// <param name="trailers">Sent after the answer, for example <c>grpc-status-details-bin</c>.</param>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <summary>Ends a call with a status, trailers and a local message.</summary>
    /// <param name="status">The status.</param>
    /// <param name="trailers">Sent after the answer.</param>
    /// <param name="message">The exception's message; not sent.</param>
    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    /// <summary>The status.</summary>
    public Status Status { get; }

    /// <summary>The status code.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>The trailers; empty when there are none.</summary>
    public Metadata Trailers { get; }
}
