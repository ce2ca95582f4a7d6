using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Calls a method on an instance of its service.</summary>
internal delegate Task ServerStreamingInvoker<TService, TRequest, TResponse>(
    TService service, TRequest request, IServerStreamWriter<TResponse> responses, ServerCallContext context);
