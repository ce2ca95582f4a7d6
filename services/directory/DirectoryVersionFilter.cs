using Cnaim.Directory.Loading;
using Microsoft.Net.Http.Headers;

namespace Cnaim.Directory;

/// <summary>The whole directory has one version: answers carry it as a weak ETag, and a reader that has it gets a 304.</summary>
internal sealed class DirectoryVersionFilter(DirectoryVersion version) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => AnswerAsync(version.Current, context, next);

    /// <summary>The answer with its version, or a 304; null is not loaded yet.</summary>
    internal static ValueTask<object?> AnswerAsync(string? current, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (current is null)
        {
            return ValueTask.FromResult<object?>(DirectoryRefusals.NotLoaded.ToProblem());
        }

        var tag = new EntityTagHeaderValue($"\"{current}\"", isWeak: true);
        var headers = context.HttpContext.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        var known = context.HttpContext.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(value => value.Equals(EntityTagHeaderValue.Any) || value.Compare(tag, useStrongComparison: false))
            ? ValueTask.FromResult<object?>(TypedResults.StatusCode(StatusCodes.Status304NotModified))
            : next(context);
    }
}
