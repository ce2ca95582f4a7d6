using System.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Grpc.AspNetCore.Server;

/// <summary>Maps one endpoint per method while generated code binds a service; all reflection happens here, at start.</summary>
internal sealed class ServiceMethodBinder<TService>(IEndpointRouteBuilder routes, ServerMethodSettings settings) : ServiceBinderBase
    where TService : class
{
    public List<IEndpointConventionBuilder> Endpoints { get; } = [];

    public bool IsLimited { get; init; } = true;

    public HashSet<string> ServiceNames { get; } = new(StringComparer.Ordinal);

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var target = Find(method.Name, typeof(TRequest), typeof(ServerCallContext));
        var invoker = target.CreateDelegate<UnaryInvoker<TService, TRequest, TResponse>>();
        Map(method, target, new UnaryCallHandler<TService, TRequest, TResponse>(settings, method, invoker));
    }

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var target = Find(method.Name, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var invoker = target.CreateDelegate<ServerStreamingInvoker<TService, TRequest, TResponse>>();
        Map(method, target, new ServerStreamingCallHandler<TService, TRequest, TResponse>(settings, method, invoker, IsLimited));
    }

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
        Map(method, null, new UnimplementedCallHandler(settings, "Client streaming is not supported."));

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
        Map(method, null, new UnimplementedCallHandler(settings, "Duplex streaming is not supported."));

    private static MethodInfo Find(string name, params Type[] parameters) =>
        typeof(TService).GetMethod(name, BindingFlags.Public | BindingFlags.Instance, parameters)
        ?? throw new InvalidOperationException($"{typeof(TService)} has no method {name}.");

    private void Map(IMethod method, MethodInfo? target, CallHandler handler)
    {
        ServiceNames.Add(method.ServiceName);
        RequestDelegate handle = handler.HandleAsync;
        Endpoints.Add(routes.MapMethods(method.FullName, [HttpMethods.Post], handle)
            .WithDisplayName($"gRPC - {method.FullName}")
            .WithMetadata(new GrpcMethodMetadata(typeof(TService), method), new DisableRequestSizeLimitAttribute()) // messages have their own limit
            .WithMetadata([.. typeof(TService).GetCustomAttributes(inherit: true), .. target?.GetCustomAttributes(inherit: true) ?? []]));
    }
}
