using Cnaim.Contracts.Codes;
using Cnaim.Gateway.Routing;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Gateway.Tokens;

/// <summary>Passes a request on with a token for the service it goes to, never with the caller's own: neither his token nor his cookies leave the edge.</summary>
internal static class ExchangeCaller
{
    public const string PurposeHeader = "Cnaim-Purpose";

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var route = context.GetReverseProxyFeature().Route.Config;
        var (proof, purpose, isIntended) = Take(context.Request);
        context.Response.OnStarting(() =>
        {
            SessionCookie.Take(context.Response, RouteTable.ServiceOf(route) is "identity");
            return Task.CompletedTask;
        });
        if (RouteTable.IsOpen(route))
        {
            // A client shows its secret to the token endpoint; a token shown to an open address is nobody's business.
            if (proof is { IsSession: false })
            {
                context.Request.Headers.Remove("Authorization");
            }

            await next(context);
            return;
        }

        var refusal = !isIntended ? GatewayRefusals.NotIntended
            : purpose is not null && !Purpose.All.Contains(purpose, StringComparer.Ordinal) ? GatewayRefusals.PurposeUnknown
            : await TokenAsync(context, proof, RouteTable.ServiceOf(route), purpose);
        await (refusal is null ? next(context) : refusal.ToProblem().ExecuteAsync(context));
    }

    /// <summary>Takes off the request what only the gateway shall read.</summary>
    private static (CallerProof? Proof, string? Purpose, bool IsIntended) Take(HttpRequest request)
    {
        var (headers, proof) = (request.Headers, CallerProof.Of(request));
        var purpose = headers[PurposeHeader].ToString() is { Length: > 0 } stated ? stated : null;
        var isIntended = proof is not { IsSession: true } || SessionCookie.IsIntended(request, proof.Value);
        headers.Remove("Cookie");
        headers.Remove(SessionCookie.CsrfHeader);
        headers.Remove(PurposeHeader);
        return (proof, purpose, isIntended);
    }

    private static async Task<Refusal?> TokenAsync(HttpContext context, CallerProof? proof, string audience, string? purpose)
    {
        if (proof is null)
        {
            return CommonRefusals.NotAuthenticated;
        }

        try
        {
            var tokens = context.RequestServices.GetRequiredService<InternalTokens>();
            context.Request.Headers.Authorization = "Bearer " + await tokens.GetAsync(proof, audience, purpose, behind: null, context.RequestAborted);
            return null;
        }
        catch (TokenRefusedException)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return CommonRefusals.NotAuthenticated;
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException)
        {
            return CommonRefusals.KeysUnavailable;
        }
    }
}
