using System.Reflection;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Cnaim.ServiceDefaults.Http;

/// <summary>The version that a caller read, from the <c>If-Match</c> header. Bind it as an endpoint parameter and check it after the state's own refusals: a move that is not allowed is a 409 before a stale tag is a 412.</summary>
public sealed class IfMatch : IEndpointParameterMetadataProvider
{
    private readonly IList<EntityTagHeaderValue>? _tags;

    private IfMatch(IList<EntityTagHeaderValue>? tags) => _tags = tags;

    /// <summary>For callers that are not HTTP requests: nothing is demanded.</summary>
    public static IfMatch None { get; } = new(null);

    /// <summary>True when the header was sent.</summary>
    public bool IsPresent => _tags is not null;

    /// <summary>Binds an endpoint parameter of this type. A header that cannot be read matches nothing.</summary>
    /// <param name="context">The request.</param>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var values = context.Request.Headers.IfMatch;
        return ValueTask.FromResult<IfMatch?>(values.Count == 0 ? None : Parse(values));
    }

    /// <summary>Reads header values.</summary>
    /// <param name="values">The values of <c>If-Match</c>.</param>
    public static IfMatch Parse(IList<string?> values) =>
        new(EntityTagHeaderValue.TryParseStrictList([.. values.OfType<string>()], out var tags) ? tags : []);

    /// <summary>For actions: 412 when the header was sent and does not name the present version.</summary>
    /// <param name="version">The present version.</param>
    /// <returns>A refusal, or null when the change may go on.</returns>
    public Refusal? CheckOptional(long version) =>
        _tags is null || _tags.Any(tag => Matches(tag, version)) ? null : CommonRefusals.StaleVersion;

    /// <summary>For PUT, PATCH and DELETE: 428 when the header is missing, 412 when it does not name the present version.</summary>
    /// <param name="version">The present version.</param>
    /// <returns>A refusal, or null when the change may go on.</returns>
    public Refusal? CheckRequired(long version) => IsPresent ? CheckOptional(version) : CommonRefusals.IfMatchRequired;

    // PUT, PATCH and DELETE need it, actions take it; RequestHeader.OptionalIfMatch marks an exception.
    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        var isEdit = builder.Metadata.OfType<IHttpMethodMetadata>().SelectMany(verb => verb.HttpMethods).Any(verb => !HttpMethods.IsPost(verb));
        builder.Metadata.Add(RequestHeader.IfMatch(isEdit));
        builder.Metadata.Add(new EntityTagMetadata());
    }

    private static bool Matches(EntityTagHeaderValue tag, long version) =>
        tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(EntityVersion.ToTag(version), useStrongComparison: true);
}
