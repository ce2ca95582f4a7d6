using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;

namespace Cnaim.ServiceDefaults.Hosting;

/// <summary>The OpenAPI 3.1 document of a service at <c>/openapi/v1.json</c>, addressed as the gateway serves it.</summary>
internal static class OpenApiDefaults
{
    private const string Bearer = "bearer";

    public static IServiceCollection AddOpenApiDefaults(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var code = configuration["Identity:Client:Id"] ?? environment.ApplicationName;
        return services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer((document, _, _) =>
            {
                Describe(document, code);
                return Task.CompletedTask;
            });
        });
    }

    public static void MapOpenApiDefaults(this IEndpointRouteBuilder routes) =>
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous().DisableRateLimiting();

    private static void Describe(OpenApiDocument document, string code)
    {
        document.Info = new OpenApiInfo { Title = code, Version = "v1" };
        document.Servers = [new OpenApiServer { Url = "/api/" + code }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, BearerFormat = "JWT" };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
    }
}
