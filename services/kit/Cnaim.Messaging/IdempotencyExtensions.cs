using Cnaim.Messaging.Idempotency;
using Cnaim.ServiceDefaults.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cnaim.Messaging;

/// <summary>Endpoints that may be repeated safely with an <c>Idempotency-Key</c> (integration.md section 1).</summary>
public static class IdempotencyExtensions
{
    private static readonly RequestHeader Required = Header(isRequired: true);
    private static readonly RequestHeader Optional = Header(isRequired: false);

    /// <summary>Refuses a request without an <c>Idempotency-Key</c> and replays the answer of a repeated one; for POSTs that create.</summary>
    /// <param name="builder">The endpoint; it answers with <c>OfficeTransaction.CommitAsync(result)</c>.</param>
    public static RouteHandlerBuilder RequireIdempotencyKey(this RouteHandlerBuilder builder) => Add(builder, isRequired: true);

    /// <summary>Replays the answer of a repeated request that has an <c>Idempotency-Key</c>; for actions.</summary>
    /// <param name="builder">The endpoint; it answers with <c>OfficeTransaction.CommitAsync(result)</c>.</param>
    public static RouteHandlerBuilder AcceptIdempotencyKey(this RouteHandlerBuilder builder) => Add(builder, isRequired: false);

    private static RequestHeader Header(bool isRequired) => new("Idempotency-Key", isRequired, "1 to 255 visible characters, fresh for each request and the same when it is repeated; kept 24 hours.")
    {
        Refusals = [StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity],
    };

    private static RouteHandlerBuilder Add(RouteHandlerBuilder builder, bool isRequired)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WithMetadata(isRequired ? Required : Optional);
        // Around the whole handler, because filters run after the body was read.
        builder.Add(endpoint =>
        {
            var handler = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => IdempotencyGate.InvokeAsync(context, handler, isRequired);
        });
        return builder;
    }
}
