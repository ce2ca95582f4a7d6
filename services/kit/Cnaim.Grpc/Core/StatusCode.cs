namespace Grpc.Core;

/// <summary>The result of a call, with the codes that gRPC puts on the wire.</summary>
public enum StatusCode
{
    /// <summary>Success.</summary>
    OK = 0,

    /// <summary>The caller gave up.</summary>
    Cancelled = 1,

    /// <summary>An error without a better code; also an unhandled exception of the handler.</summary>
    Unknown = 2,

    /// <summary>The request is wrong in any state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed before the call was complete.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist, or not for this caller.</summary>
    NotFound = 5,

    /// <summary>What was to be created exists already.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known but may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A limit is used up, for example the size of a message.</summary>
    ResourceExhausted = 8,

    /// <summary>The state of the system does not allow this; do not retry unchanged.</summary>
    FailedPrecondition = 9,

    /// <summary>A concurrent change won; retry at a higher level.</summary>
    Aborted = 10,

    /// <summary>A position past the valid range.</summary>
    OutOfRange = 11,

    /// <summary>The method does not exist or is not supported here.</summary>
    Unimplemented = 12,

    /// <summary>An invariant is broken.</summary>
    Internal = 13,

    /// <summary>The service cannot be reached now; retry with backoff.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or corrupt.</summary>
    DataLoss = 15,

    /// <summary>The caller has no valid credentials.</summary>
    Unauthenticated = 16,
}
