using System.Runtime.InteropServices;

namespace Grpc.Core;

/// <summary>The parts that all call objects share.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct AsyncCallState(
    Func<object, Task<Metadata>> headers, Func<object, Status> status, Func<object, Metadata> trailers, Action<object> dispose, object state)
{
    public static AsyncCallState From(Task<Metadata> headers, Func<Status> status, Func<Metadata> trailers, Action dispose) =>
        new(_ => headers, _ => status(), _ => trailers(), _ => dispose(), dispose);

    public Task<Metadata> Headers() => headers(state);

    public Status Status() => status(state);

    public Metadata Trailers() => trailers(state);

    public void Dispose() => dispose(state);
}
