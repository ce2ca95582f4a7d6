using Cnaim.Directory.FocalPoints;
using Cnaim.Directory.Loading;

namespace Cnaim.Directory.Centres;

/// <summary>Centres are the documents and the focal points of the day: a reader that has both gets a 304.</summary>
internal sealed class CentreVersionFilter(DirectoryVersion version, FocalPointStore focalPoints) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await DirectoryVersionFilter.AnswerAsync(version.Current is { } current ? $"{current}.{await focalPoints.PresentAsync(context.HttpContext.RequestAborted)}" : null, context, next);
}
