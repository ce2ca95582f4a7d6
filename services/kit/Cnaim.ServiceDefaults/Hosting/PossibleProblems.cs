using System.Reflection;
using Cnaim.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;

namespace Cnaim.ServiceDefaults.Hosting;

/// <summary>Which refusals an endpoint can answer, read from its shape: the pipeline's, those of its headers and, when its handler refuses, those of its path, its input and its state.</summary>
internal static class PossibleProblems
{
    public static IEnumerable<int> Of(ApiDescription endpoint)
    {
        var metadata = endpoint.ActionDescriptor.EndpointMetadata;
        var hasBody = endpoint.SupportedRequestFormats.Count > 0;
        IEnumerable<int> problems =
        [
            .. RequestHeader.Of(metadata).SelectMany(header => header.Refusals),
            .. hasBody || endpoint.ParameterDescriptions.Count > 0 ? (int[])[StatusCodes.Status400BadRequest] : [],
            .. hasBody ? (int[])[StatusCodes.Status413PayloadTooLarge] : [],
            .. endpoint.SupportedRequestFormats.Any(format => IsJson(format.MediaType)) ? (int[])[StatusCodes.Status415UnsupportedMediaType] : [],
            .. metadata.OfType<IAllowAnonymous>().Any() ? [] : (int[])[StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status503ServiceUnavailable],
            .. metadata.OfType<DisableRateLimitingAttribute>().Any() ? [] : (int[])[StatusCodes.Status429TooManyRequests],
            .. Refuses(metadata.OfType<MethodInfo>().FirstOrDefault()) ? Handler(endpoint, hasBody) : [],
        ];
        return problems.Distinct();
    }

    private static IEnumerable<int> Handler(ApiDescription endpoint, bool hasBody)
    {
        var hasPath = Reads(endpoint, BindingSource.Path);
        var takesKey = endpoint.ActionDescriptor.EndpointMetadata.OfType<RequestHeader>().Any();
        if (hasPath || takesKey)
        {
            yield return StatusCodes.Status404NotFound;
        }

        if (takesKey || (hasPath && !HttpMethods.IsGet(endpoint.HttpMethod!)))
        {
            yield return StatusCodes.Status409Conflict;
        }

        if (hasBody || Reads(endpoint, BindingSource.Query))
        {
            yield return StatusCodes.Status422UnprocessableEntity;
        }
    }

    private static bool Reads(ApiDescription endpoint, BindingSource source) => endpoint.ParameterDescriptions.Any(parameter => parameter.Source == source);

    private static bool IsJson(string mediaType) => mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase);

    private static bool Refuses(MethodInfo? handler) => handler is not null && Flatten(handler.ReturnType).Contains(typeof(ProblemHttpResult));

    private static IEnumerable<Type> Flatten(Type type) => type.GetGenericArguments().SelectMany(Flatten).Append(type);
}
