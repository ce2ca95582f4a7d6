using System.Runtime.InteropServices;

namespace Grpc.Core;

/// <summary>The status of a call: code and a detail for developers.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct Status : IEquatable<Status>
{
    /// <summary>Success without a detail.</summary>
    public static readonly Status DefaultSuccess = new(StatusCode.OK, "");

    /// <summary>Cancelled without a detail.</summary>
    public static readonly Status DefaultCancelled = new(StatusCode.Cancelled, "");

    /// <summary>A status.</summary>
    /// <param name="statusCode">The code.</param>
    /// <param name="detail">A text for developers; it goes over the wire.</param>
    public Status(StatusCode statusCode, string detail)
        : this(statusCode, detail, null)
    {
    }

    /// <summary>A status with a local cause.</summary>
    /// <param name="statusCode">The code.</param>
    /// <param name="detail">A text for developers; it goes over the wire.</param>
    /// <param name="debugException">The cause; it never goes over the wire.</param>
    public Status(StatusCode statusCode, string detail, Exception? debugException)
    {
        StatusCode = statusCode;
        Detail = detail;
        DebugException = debugException;
    }

    /// <summary>The code.</summary>
    public StatusCode StatusCode { get; }

    /// <summary>A text for developers.</summary>
    public string Detail { get; }

    /// <summary>The local cause, if any; not compared and never sent.</summary>
    public Exception? DebugException { get; }

    /// <summary>Compares code and detail.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Status left, Status right) => left.Equals(right);

    /// <summary>Compares code and detail.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Status left, Status right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Status other) => StatusCode == other.StatusCode && string.Equals(Detail, other.Detail, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Status other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StatusCode, Detail);

    /// <inheritdoc/>
    public override string ToString() => $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")";
}
