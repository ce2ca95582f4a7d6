using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Serves a method with one request and one response.</summary>
internal sealed class UnaryCallHandler<TService, TRequest, TResponse>(
    ServerMethodSettings settings, Method<TRequest, TResponse> method, UnaryInvoker<TService, TRequest, TResponse> invoker) : CallHandler(settings)
    where TService : class
    where TRequest : class
    where TResponse : class
{
    protected override async ValueTask InvokeAsync(HttpContextServerCallContext call)
    {
        var request = await RequestReader.ReadAsync(call, method.RequestMarshaller);
        var service = ServiceActivator<TService>.Get(call.Http.RequestServices, out var isOwned);
        try
        {
            var task = invoker(service, request, call);
            if (!task.IsCompleted)
            {
                call.Lifetime.Arm();
            }

            Answer(call, await task);
        }
        finally
        {
            await ServiceActivator<TService>.ReleaseAsync(service, isOwned);
        }
    }

    private void Answer(HttpContextServerCallContext call, TResponse? response)
    {
        if (call.Lifetime.IsPast)
        {
            call.Status = new Status(StatusCode.DeadlineExceeded, "");
        }
        else if (call.Status.StatusCode == StatusCode.OK && response is null)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "No message returned from method."));
        }

        if (!call.Lifetime.TryBeginWrite())
        {
            return;
        }

        try
        {
            if (call.Status.StatusCode == StatusCode.OK)
            {
                call.WriteMessage(response!, method.ResponseMarshaller, call.WriteOptions);
            }
        }
        finally
        {
            call.Lifetime.EndWrite();
        }

        End(call);
    }
}
