using Microsoft.AspNetCore.Http;

namespace Cnaim.ServiceDefaults.Http;

/// <summary>Tells the kinds of requests apart that the pipeline treats differently.</summary>
internal static class RequestKinds
{
    public static bool IsGrpc(this HttpRequest request) =>
        request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;
}
