using System.Net.Http.Headers;
using System.Threading.Channels;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.Testing.Edge;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Cnaim.ServiceDefaults.Tests.Support;

/// <summary>A service with the defaults and a few endpoints, on a real Kestrel.</summary>
internal sealed class SampleService : IAsyncDisposable
{
    private SampleService(WebApplication app, Issuer? issuer)
    {
        App = app;
        Issuer = issuer;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    /// <summary>Says that a request to <c>/v1/wait</c> has begun.</summary>
    public static Channel<bool> Waiting { get; } = Channel.CreateUnbounded<bool>();

    /// <summary>Lets it end.</summary>
    public static SemaphoreSlim GoOn { get; } = new(0);

    public WebApplication App { get; }

    public Issuer? Issuer { get; }

    public HttpClient Client { get; }

    public static async Task<SampleService> StartAsync(Issuer? issuer = null, Action<WebApplicationBuilder>? change = null, string? keys = null)
    {
        var builder = WebApplication.CreateBuilder();
        issuer?.Audience = "sample";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Identity:Issuer"] = Issuer.Name,
            ["Identity:Keys"] = keys ?? issuer?.Address + "/keys",
            ["Identity:Client:Id"] = "sample",
            ["Identity:Client:Secret"] = "sample secret",
            ["Services:identity:Http"] = issuer?.Address,
        });
        builder.AddServiceDefaults();
        builder.Services.AddProblemCodes(typeof(SampleRefusals));
        builder.Logging.ClearProviders();
        change?.Invoke(builder);
        var app = builder.Build();
        app.MapDefaultEndpoints();
        MapSamples(app);
        await app.StartAsync();
        return new SampleService(app, issuer);
    }

    public HttpClient SignIn(string? token = null)
    {
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Issuer!.Issue());
        return Client;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }

    private static void MapSamples(WebApplication app)
    {
        app.MapGet("/v1/me", (Actor actor) => TypedResults.Ok(actor)).WithName("Sample_Me");
        app.MapPost("/v1/samples", (Sample sample) => TypedResults.Ok(sample)).WithName("Sample_Post");
        app.MapGet("/v1/samples/{id:guid}", (Guid id, DateOnly? on) => TypedResults.Ok(new { id, on })).WithName("Sample_Get");
        app.MapGet("/v1/next", async (string audience, ServiceTokens tokens, CancellationToken cancellationToken) => await tokens.GetAsync(audience, cancellationToken)).WithName("Sample_Next");
        app.MapGet("/v1/wait", Wait).WithName("Sample_Wait");
        app.MapGet("/v1/closed", () => SampleRefusals.Closed.ToProblem()).WithName("Sample_Closed");
        app.MapGet("/v1/ending", (int? answer) => answer is 409 ? SampleRefusals.Closed.ToProblem() : Results.Ok()).WithName("Sample_Ending")
            .Deprecated(new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1), new Uri("/docs/changelog", UriKind.Relative));
        app.MapGet("/v1/bug", string () => throw new InvalidOperationException("Host=db.internal;Password=hunter2")).WithName("Sample_Bug");
        app.MapGet("/v1/managers", () => "yes").RequireAuthorization(policy => policy.RequireRole("national-manager")).WithName("Sample_Managers");
        app.MapPut("/v1/versioned", (IfMatch match, HttpResponse response) => Answer(match.CheckRequired(7), response)).WithName("Sample_Put");
        app.MapPost("/v1/versioned/act", (IfMatch match, HttpResponse response) => Answer(match.CheckOptional(7), response)).WithName("Sample_Act");
    }

    private static async Task<string> Wait()
    {
        Waiting.Writer.TryWrite(true);
        await GoOn.WaitAsync();
        return "done";
    }

    private static IResult Answer(Refusal? refusal, HttpResponse response)
    {
        response.SetEntityVersion(8);
        return refusal?.ToProblem() ?? Results.NoContent();
    }
}
