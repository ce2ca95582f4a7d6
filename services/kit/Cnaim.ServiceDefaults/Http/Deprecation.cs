using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cnaim.ServiceDefaults.Http;

/// <summary>
/// What partners are promised of an endpoint that ends (contracts/deprecation.md): its answers say since when it is deprecated and when it goes, at least twelve months later.
/// Nothing has been deprecated yet; the first that is needs no more than this.
/// </summary>
public static class Deprecation
{
    private const int MonthsPromised = 12;

    /// <summary>Answers carry <c>Deprecation</c> (RFC 9745), <c>Sunset</c> and a link to the reason (RFC 8594), and the operation is <c>deprecated</c> in the OpenAPI document.</summary>
    /// <param name="builder">The endpoint, or a group of them.</param>
    /// <param name="since">The day on which the changelog said so.</param>
    /// <param name="sunset">The day, at its beginning in UTC, from which it is gone.</param>
    /// <param name="link">Where partners read what replaces it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sunset is less than twelve months after <paramref name="since"/>.</exception>
    public static TBuilder Deprecated<TBuilder>(this TBuilder builder, DateOnly since, DateOnly sunset, Uri link)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sunset, since.AddMonths(MonthsPromised));
        var notice = new DeprecationNotice(
            string.Create(CultureInfo.InvariantCulture, $"@{Midnight(since).ToUnixTimeSeconds()}"),
            Midnight(sunset).ToString("R", CultureInfo.InvariantCulture),
            $"<{link}>; rel=\"sunset\"");
        builder.Add(endpoint => endpoint.Metadata.Add(notice));
        return builder;
    }

    internal static void Tell(HttpResponse response)
    {
        if (response.HttpContext.GetEndpoint()?.Metadata.GetMetadata<DeprecationNotice>() is { } notice)
        {
            response.Headers["Deprecation"] = notice.Since;
            response.Headers["Sunset"] = notice.Sunset;
            response.Headers.Append("Link", notice.Link);
        }
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
