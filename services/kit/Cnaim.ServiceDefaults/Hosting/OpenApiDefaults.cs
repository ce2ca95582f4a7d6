using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
    private const string Partner = "partner-client";

    public static IServiceCollection AddOpenApiDefaults(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var service = ServiceDescription.Of(configuration, environment);
        return services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer((document, context, _) =>
            {
                Describe(document, service);
                OpenApiExamples.Add(document, context.ApplicationServices.GetRequiredService<ProblemCatalogue>());
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, context, _) =>
            {
                OpenApiWords.Add(schema, context);

                // A list of anything still says that it lists something.
                schema.Items ??= schema.Type is { } type && type.HasFlag(JsonSchemaType.Array) ? new OpenApiSchema { Type = JsonSchemaType.Object } : null;
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                operation.Security = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any() ? [] : operation.Security;
                AddRight(operation, context.Description.ActionDescriptor.EndpointMetadata.OfType<RightAttribute>().LastOrDefault());
                operation.Deprecated |= context.Description.ActionDescriptor.EndpointMetadata.OfType<DeprecationNotice>().Any();
                OpenApiHeaders.Add(operation, context);
                OpenApiProblems.Add(operation, context);
                OpenApiWords.Add(operation);
                return Task.CompletedTask;
            });
        });
    }

    public static void MapOpenApiDefaults(this IEndpointRouteBuilder routes) =>
        routes.MapOpenApi("/openapi/{documentName}.json").WithName("OpenApi_Get").WithSummary("This service's API").WithTags("Documents").AllowAnonymous().DisableRateLimiting();

    private static void AddRight(OpenApiOperation operation, RightAttribute? right)
    {
        if (right is not null)
        {
            operation.AddExtension("x-cnaim-right", new JsonNodeExtension(right.Name));
            if (RightsTable.Embedded.Find(right.Name)?.Grants.GetValueOrDefault(Partner)?.With is { } scope)
            {
                operation.AddExtension("x-cnaim-scope", new JsonNodeExtension(scope));
            }
        }
    }

    private static void Describe(OpenApiDocument document, ServiceDescription service)
    {
        document.Info = new OpenApiInfo { Title = "CNAIM " + service.Code, Version = "v1", Description = service.Text };
        document.Servers = [new OpenApiServer { Url = "/api/" + service.Code }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.Schemas?.Remove("ProblemDetails"); // stands in for the platform's own form
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, BearerFormat = "JWT" };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
    }
}
