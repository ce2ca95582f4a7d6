using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Grpc.Core;

/// <summary>What a caller says about one call.</summary>
[StructLayout(LayoutKind.Auto)]
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Options are not compared.")]
public struct CallOptions
{
    /// <summary>Options.</summary>
    /// <param name="headers">Metadata to send; none when null.</param>
    /// <param name="deadline">When the call ends at the latest, UTC; never when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="writeOptions">How messages are written.</param>
    /// <param name="propagationToken">From a served call; see <see cref="ServerCallContext.CreatePropagationToken"/>.</param>
    /// <param name="credentials">Credentials of this call.</param>
    [SuppressMessage("Design", "CA1068:CancellationToken parameters must come last", Justification = "The official order.")]
    public CallOptions(
        Metadata? headers = null,
        DateTime? deadline = null,
        CancellationToken cancellationToken = default,
        WriteOptions? writeOptions = null,
        ContextPropagationToken? propagationToken = null,
        CallCredentials? credentials = null)
    {
        Headers = headers;
        Deadline = deadline;
        CancellationToken = cancellationToken;
        WriteOptions = writeOptions;
        PropagationToken = propagationToken;
        Credentials = credentials;
    }

    /// <summary>Metadata to send.</summary>
    public Metadata? Headers { get; private set; }

    /// <summary>When the call ends at the latest, UTC.</summary>
    public DateTime? Deadline { get; private set; }

    /// <summary>Cancels the call.</summary>
    public CancellationToken CancellationToken { get; private set; }

    /// <summary>How messages are written.</summary>
    public WriteOptions? WriteOptions { get; private set; }

    /// <summary>Deadline and cancellation of a served call.</summary>
    public ContextPropagationToken? PropagationToken { get; private set; }

    /// <summary>Credentials of this call.</summary>
    public CallCredentials? Credentials { get; private set; }

    /// <summary>True when the call waits for a connection instead of failing.</summary>
    public bool IsWaitForReady { get; private set; }

    /// <summary>The same with other metadata.</summary>
    /// <param name="headers">Metadata to send.</param>
    public CallOptions WithHeaders(Metadata headers) => this with { Headers = headers };

    /// <summary>The same with another deadline.</summary>
    /// <param name="deadline">UTC.</param>
    public CallOptions WithDeadline(DateTime deadline) => this with { Deadline = deadline };

    /// <summary>The same with another cancellation token.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public CallOptions WithCancellationToken(CancellationToken cancellationToken) => this with { CancellationToken = cancellationToken };

    /// <summary>The same with other write options.</summary>
    /// <param name="writeOptions">How messages are written.</param>
    public CallOptions WithWriteOptions(WriteOptions writeOptions) => this with { WriteOptions = writeOptions };

    /// <summary>The same with a propagation token.</summary>
    /// <param name="propagationToken">From a served call.</param>
    public CallOptions WithPropagationToken(ContextPropagationToken propagationToken) => this with { PropagationToken = propagationToken };

    /// <summary>The same with other credentials.</summary>
    /// <param name="credentials">Credentials of this call.</param>
    public CallOptions WithCredentials(CallCredentials credentials) => this with { Credentials = credentials };

    /// <summary>The same, waiting for a connection or not.</summary>
    /// <param name="waitForReady">True to wait.</param>
    public CallOptions WithWaitForReady(bool waitForReady = true) => this with { IsWaitForReady = waitForReady };
}
