using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Endpoint metadata of a served method.</summary>
public sealed class GrpcMethodMetadata
{
    /// <summary>Metadata.</summary>
    /// <param name="serviceType">The class that serves.</param>
    /// <param name="method">The method.</param>
    public GrpcMethodMetadata(Type serviceType, IMethod method)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        ArgumentNullException.ThrowIfNull(method);
        ServiceType = serviceType;
        Method = method;
    }

    /// <summary>The class that serves.</summary>
    public Type ServiceType { get; }

    /// <summary>The method.</summary>
    public IMethod Method { get; }
}
