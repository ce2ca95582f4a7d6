using System.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps gRPC services.</summary>
public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>Maps the methods of a service.</summary>
    /// <typeparam name="TService">A class derived from a generated base class.</typeparam>
    /// <param name="builder">The host's routes.</param>
    /// <returns>A builder for conventions of all its methods, for example authorization.</returns>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        return Map<TService>(builder, isLimited: true);
    }

    internal static GrpcServiceEndpointConventionBuilder Map<TService>(IEndpointRouteBuilder builder, bool isLimited)
        where TService : class
    {
        var mapped = builder.ServiceProvider.GetService<MappedServices>()
            ?? throw new InvalidOperationException("Call AddGrpc on the services first.");
        var settings = new ServerMethodSettings(builder.ServiceProvider);
        var binder = new ServiceMethodBinder<TService>(builder, settings) { IsLimited = isLimited };
        BindMethod(typeof(TService)).Invoke(null, [binder, null]);
        foreach (var name in binder.ServiceNames)
        {
            binder.Endpoints.Add(MapUnknown(builder, $"/{name}/{{unimplementedMethod}}", settings, "Method is unimplemented."));
        }

        if (!mapped.HasUnknownRoute && !settings.IgnoresUnknown)
        {
            mapped.HasUnknownRoute = true;
            MapUnknown(builder, "/{unimplementedService}/{unimplementedMethod}", settings, "Service is unimplemented.");
        }

        return new GrpcServiceEndpointConventionBuilder(binder.Endpoints);
    }

    private static MethodInfo BindMethod(Type serviceType)
    {
        for (var type = serviceType; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } attribute)
            {
                return attribute.BindType.GetMethod(
                    attribute.BindMethodName, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static, [typeof(ServiceBinderBase), type])
                    ?? throw new InvalidOperationException($"{attribute.BindType} has no method {attribute.BindMethodName}.");
            }
        }

        throw new InvalidOperationException($"{serviceType} does not derive from a generated service base class.");
    }

    private static IEndpointConventionBuilder MapUnknown(IEndpointRouteBuilder builder, string pattern, ServerMethodSettings settings, string detail)
    {
        RequestDelegate handle = new UnimplementedCallHandler(settings, detail).HandleAsync;
        var parsed = RoutePatternFactory.Parse(pattern, null, new { unimplementedMethod = new GrpcContentTypeConstraint() });
        var endpoint = builder.MapMethods(parsed, [HttpMethods.Post], handle).WithDisplayName($"gRPC - {detail}");
        endpoint.Add(route => ((RouteEndpointBuilder)route).Order = int.MaxValue);
        return endpoint;
    }

    private static IEndpointConventionBuilder MapMethods(
        this IEndpointRouteBuilder builder, RoutePattern pattern, IEnumerable<string> methods, RequestDelegate handle) =>
        builder.Map(pattern, handle).WithMetadata(new HttpMethodMetadata(methods));
}
