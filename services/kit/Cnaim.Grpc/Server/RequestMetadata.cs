using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>The caller's metadata.</summary>
internal static class RequestMetadata
{
    public static Metadata Read(IHeaderDictionary headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers)
        {
            if (GrpcNames.IsReserved(name))
            {
                continue;
            }

            foreach (var value in values)
            {
                if (!MetadataValues.TryAdd(metadata, name, value ?? ""))
                {
                    throw new RpcException(new Status(StatusCode.Internal, "A binary metadata value is not base64."));
                }
            }
        }

        return metadata;
    }
}
