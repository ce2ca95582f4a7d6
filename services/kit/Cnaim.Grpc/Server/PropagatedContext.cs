using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Deadline and cancellation of a served call.</summary>
internal sealed class PropagatedContext(DateTime? deadline, CancellationToken cancellationToken) : ContextPropagationToken
{
    public DateTime? Deadline => deadline;

    public CancellationToken CancellationToken => cancellationToken;
}
