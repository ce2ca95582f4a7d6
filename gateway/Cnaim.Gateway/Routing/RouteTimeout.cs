using System.Globalization;

namespace Cnaim.Gateway.Routing;

/// <summary>Ends a request that takes longer than its route allows with a 504. YARP 2.1 cannot do it with the framework's request timeouts.</summary>
internal static class RouteTimeout
{
    private const string Key = "Timeout";

    public static IReadOnlyDictionary<string, string> Metadata(TimeSpan timeout) =>
        new Dictionary<string, string>(StringComparer.Ordinal) { [Key] = timeout.ToString("c", CultureInfo.InvariantCulture) };

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetReverseProxyFeature().Route.Config.Metadata?.GetValueOrDefault(Key) is not { } value)
        {
            await next(context);
            return;
        }

        var caller = context.RequestAborted;
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(caller);
        timer.CancelAfter(TimeSpan.Parse(value, CultureInfo.InvariantCulture));
        context.RequestAborted = timer.Token;
        try
        {
            await next(context);
        }
        finally
        {
            context.RequestAborted = caller;
        }

        if (timer.IsCancellationRequested && !caller.IsCancellationRequested && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status504GatewayTimeout;
        }
    }
}
