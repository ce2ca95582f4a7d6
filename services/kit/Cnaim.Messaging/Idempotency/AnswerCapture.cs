using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cnaim.Messaging.Idempotency;

/// <summary>Executes a result against a response of its own, so that exactly what the caller gets is what is stored.</summary>
internal static class AnswerCapture
{
    public static async Task<StoredAnswer> CaptureAsync(HttpContext request, IResult result)
    {
        using var body = new MemoryStream();
        var features = new FeatureCollection(request.Features);
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        var copy = new DefaultHttpContext(features) { RequestServices = request.RequestServices };
        copy.Response.StatusCode = StatusCodes.Status200OK;
        foreach (var header in request.Response.Headers)
        {
            copy.Response.Headers[header.Key] = header.Value;
        }

        await result.ExecuteAsync(copy);
        await copy.Response.Body.FlushAsync(request.RequestAborted);
        return new StoredAnswer
        {
            RequestHash = [],
            Status = (short)copy.Response.StatusCode,
            Location = copy.Response.Headers.Location,
            Etag = copy.Response.Headers.ETag,
            ContentType = copy.Response.ContentType,
            Body = body.ToArray(),
        };
    }
}
