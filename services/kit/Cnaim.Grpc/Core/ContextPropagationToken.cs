namespace Grpc.Core;

/// <summary>Deadline and cancellation of a served call, given on to calls made for it.</summary>
public abstract class ContextPropagationToken
{
}
