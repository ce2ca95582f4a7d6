using Cnaim.Messaging.Idempotency;
using Microsoft.AspNetCore.Builder;

namespace Cnaim.Messaging;

/// <summary>Endpoints that may be repeated safely with an <c>Idempotency-Key</c> (integration.md section 1).</summary>
public static class IdempotencyExtensions
{
    /// <summary>Refuses a request without an <c>Idempotency-Key</c> and replays the answer of a repeated one; for POSTs that create.</summary>
    /// <param name="builder">The endpoint; it answers with <c>OfficeTransaction.CommitAsync(result)</c>.</param>
    public static RouteHandlerBuilder RequireIdempotencyKey(this RouteHandlerBuilder builder) => Add(builder, isRequired: true);

    /// <summary>Replays the answer of a repeated request that has an <c>Idempotency-Key</c>; for actions.</summary>
    /// <param name="builder">The endpoint; it answers with <c>OfficeTransaction.CommitAsync(result)</c>.</param>
    public static RouteHandlerBuilder AcceptIdempotencyKey(this RouteHandlerBuilder builder) => Add(builder, isRequired: false);

    private static RouteHandlerBuilder Add(RouteHandlerBuilder builder, bool isRequired)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // Around the whole handler, because filters run after the body was read.
        builder.Add(endpoint =>
        {
            var handler = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => IdempotencyGate.InvokeAsync(context, handler, isRequired);
        });
        return builder;
    }
}
