using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Answers UNIMPLEMENTED.</summary>
internal sealed class UnimplementedCallHandler(ServerMethodSettings settings, string detail) : CallHandler(settings)
{
    protected override ValueTask InvokeAsync(HttpContextServerCallContext call) =>
        throw new RpcException(new Status(StatusCode.Unimplemented, detail));
}
