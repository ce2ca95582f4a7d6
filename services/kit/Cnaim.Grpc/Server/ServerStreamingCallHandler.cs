using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Serves a method with one request and many responses.</summary>
internal sealed class ServerStreamingCallHandler<TService, TRequest, TResponse>(
    ServerMethodSettings settings,
    Method<TRequest, TResponse> method,
    ServerStreamingInvoker<TService, TRequest, TResponse> invoker,
    bool isLimited) : CallHandler(settings)
    where TService : class
    where TRequest : class
    where TResponse : class
{
    protected override bool IsLimited => isLimited;

    protected override async ValueTask InvokeAsync(HttpContextServerCallContext call)
    {
        var request = await RequestReader.ReadAsync(call, method.RequestMarshaller);
        var service = ServiceActivator<TService>.Get(call.Http.RequestServices, out var isOwned);
        try
        {
            call.Lifetime.Arm();
            await invoker(service, request, new StreamWriter<TResponse>(call, method.ResponseMarshaller), call);
            End(call);
        }
        finally
        {
            await ServiceActivator<TService>.ReleaseAsync(service, isOwned);
        }
    }
}
