namespace Grpc.AspNetCore.ClientFactory;

/// <summary>How calls made within a served call take over its context.</summary>
public class GrpcContextPropagationOptions
{
    /// <summary>True to make calls outside of a served call without an error; default false.</summary>
    public bool SuppressContextNotFoundErrors { get; set; }
}
