using Cnaim.Directory.Loading;

namespace Cnaim.Directory.Centres;

/// <summary>Centres are the documents, the focal points of the day and the capacities that were written: a reader that has both gets a 304.</summary>
internal sealed class CentreVersionFilter(DirectoryVersion version, CentreStore centres) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await DirectoryVersionFilter.AnswerAsync(version.Current is { } current ? $"{current}.{await centres.PresentAsync(context.HttpContext.RequestAborted)}" : null, context, next);
}
