using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Cnaim.ServiceDefaults.Http;

/// <summary>The <c>ETag</c> of a record: its version number as a strong tag.</summary>
public static class EntityVersion
{
    /// <summary>Sets the answer's <c>ETag</c>.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="version">The record's version.</param>
    public static void SetEntityVersion(this HttpResponse response, long version)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.GetTypedHeaders().ETag = ToTag(version);
    }

    /// <summary>Says in the OpenAPI document that the endpoint's success carries an <c>ETag</c>; one that takes <see cref="IfMatch"/> says so by itself.</summary>
    /// <param name="builder">The endpoint or group.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder AnswersEntityVersion<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new EntityTagMetadata());

    /// <summary>The tag as it stands in a header, for example <c>"7"</c> with the quotes.</summary>
    /// <param name="version">The record's version.</param>
    public static string Format(long version) => ToTag(version).ToString();

    internal static EntityTagHeaderValue ToTag(long version) => new("\"" + version.ToString(CultureInfo.InvariantCulture) + "\"");
}
