using System.Collections.Frozen;

namespace Cnaim.Gateway.Edge;

/// <summary>Drops what only a proxy or a service inside may say: where a request came from, what it originally was, traces, internal headers. The proxy then sets its own.</summary>
internal sealed class HeaderHygieneMiddleware(RequestDelegate next)
{
    private static readonly string[] Prefixes = ["X-Forwarded-", "X-Original-", "X-Cnaim-", "X-Envoy-", "X-Amzn-", "X-B3-", "ce-"];

    private static readonly FrozenSet<string> Names = new[]
    {
        "Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "True-Client-IP", "CF-Connecting-IP", "X-Forwarded",
        "X-Rewrite-URL", "X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override", "Proxy", "Proxy-Authorization",
        "traceparent", "tracestate", "baggage", "Request-Id", "Correlation-Context", "X-User", "X-Remote-User", "Remote-User",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        foreach (var name in headers.Keys.Where(IsForeign).ToList())
        {
            headers.Remove(name);
        }

        return next(context);
    }

    private static bool IsForeign(string name) =>
        Names.Contains(name) || Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
