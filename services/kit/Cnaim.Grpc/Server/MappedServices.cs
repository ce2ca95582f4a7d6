namespace Grpc.AspNetCore.Server;

/// <summary>Remembers that <c>AddGrpc</c> was called and whether the route for unknown services exists.</summary>
internal sealed class MappedServices
{
    public bool HasUnknownRoute { get; set; }
}
