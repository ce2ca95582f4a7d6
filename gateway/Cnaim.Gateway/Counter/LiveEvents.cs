using System.Net.Http.Headers;
using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Routing;

namespace Cnaim.Gateway.Counter;

/// <summary>Passes on what happens at reception to boards, telephones and consoles (server-sent events); numbers only, and nothing is kept here.</summary>
internal static class LiveEvents
{
    public const string HttpClientName = "live";

    public static void MapLiveEvents(this IEndpointRouteBuilder routes)
    {
        var events = routes.MapGroup("/events").WithTags("Pages").AllowAnonymous().ExcludeFromDescription();
        events.MapGet("/board/{key}", (string key, HttpContext context) => PassAsync(context, $"/v1/boards/{ServiceCalls.Id(key)}/events"))
            .WithName("Live_Board").WithSummary("Calls of a waiting room");
        events.MapGet("/t/{token}", (string token, HttpContext context) => PassAsync(context, $"/v1/ticket-status/{ServiceCalls.Id(token)}/events"))
            .WithName("Live_Ticket").WithSummary("How a ticket stands");
    }

    private static async Task PassAsync(HttpContext context, string path)
    {
        var services = context.RequestServices;
        var (address, ended) = (services.GetRequiredService<ServiceAddresses>().Http("reception"), context.RequestAborted);
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(address[0]), path));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (context.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 and < 100 } last)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", last);
        }

        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ended);
            context.Response.StatusCode = (int)answer.StatusCode;
            if (answer.IsSuccessStatusCode)
            {
                (context.Response.ContentType, context.Response.Headers.CacheControl, context.Response.Headers["X-Accel-Buffering"]) = ("text/event-stream", "no-store", "no");
                await context.Response.StartAsync(ended);
                await using var stream = await answer.Content.ReadAsStreamAsync(ended);
                await stream.CopyToAsync(context.Response.Body, ended);
            }
        }
        catch (Exception over) when (over is HttpRequestException or IOException || ended.IsCancellationRequested)
        {
            // The browser asks again by itself, here or at another gateway.
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }
        }
    }
}
