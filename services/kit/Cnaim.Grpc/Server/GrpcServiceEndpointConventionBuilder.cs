using Microsoft.AspNetCore.Builder;

namespace Grpc.AspNetCore.Server;

/// <summary>Adds conventions to all methods of a served service, for example authorization.</summary>
public sealed class GrpcServiceEndpointConventionBuilder : IEndpointConventionBuilder
{
    private readonly List<IEndpointConventionBuilder> _methods;

    internal GrpcServiceEndpointConventionBuilder(List<IEndpointConventionBuilder> methods)
    {
        _methods = methods;
    }

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention)
    {
        foreach (var method in _methods)
        {
            method.Add(convention);
        }
    }

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention)
    {
        foreach (var method in _methods)
        {
            method.Finally(finallyConvention);
        }
    }
}
