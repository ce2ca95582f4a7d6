using System.IO.Compression;
using Cnaim.Gateway.Counter;
using Cnaim.Gateway.Network;
using Cnaim.Gateway.Pages.Portal;
using Cnaim.Gateway.Routing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cnaim.Gateway.Pages;

internal static class PageExtensions
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.TryAddSingleton<ProblemBook>();
        services.TryAddSingleton<Assets>();

        // Only what is written here, for a line that is slow: no foreign site can make a browser ask for it with a session (SameSite=Strict), so its size tells nobody anything.
        services.AddResponseCompression(options => (options.EnableForHttps, options.MimeTypes) = (true, ["text/html"]));
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        return services.AddCounter();
    }

    public static void MapPages(this WebApplication app)
    {
        app.UseResponseCompression();
        var pages = app.MapGroup("").WithTags("Pages").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("/network", Start).WithName("Pages_Start").WithSummary("The network and how it is");
        pages.MapGet("/assets/{name}", (HttpContext context, string name, Assets assets) => assets.Serve(context, name)).WithName("Pages_Asset").WithSummary("A style sheet or script of the pages");
        pages.MapGet("/docs/problems", (ProblemBook book) => Html(ProblemPages.List(book.Entries)))
            .WithName("Pages_Problems").WithSummary("Every problem code of the platform");
        pages.MapGet("/docs/problems/{code}", Problem).WithName("Pages_Problem").WithSummary("One problem code and how to fix it");
        pages.MapPortal();
        MapDocs(app);
        app.UseCounter();
        app.MapCounter();
    }

    private static void MapDocs(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<ServiceAddresses>();
        app.MapSwaggerUI("docs/api", options =>
        {
            options.DocumentTitle = "CNAIM API";
            options.EnableDeepLinking();
            foreach (var code in addresses.Codes)
            {
                options.SwaggerEndpoint($"/api/{code}/openapi/v1.json", code);
            }
        }).WithName("Pages_Docs").WithSummary("The API of every service").WithTags("Pages").AllowAnonymous();
    }

    private static async Task<ContentHttpResult> Start(
        HttpRequest request, NetworkProbe probe, IOptions<GatewayOptions> options, CancellationToken cancellationToken)
    {
        var words = PageWords.For(request);
        return Html(StartPage.Render(await probe.GetAsync(cancellationToken), options.Value, words));
    }

    private static ContentHttpResult Problem(string code, ProblemBook book)
    {
        var entries = book.Entries.Where(entry => string.Equals(entry.Problem.Code, code, StringComparison.Ordinal)).ToList();
        return entries.Count > 0 ? Html(ProblemPages.One(entries)) : Html(ProblemPages.Unknown(), StatusCodes.Status404NotFound);
    }

    private static ContentHttpResult Html(string page, int status = StatusCodes.Status200OK) =>
        TypedResults.Content(page, "text/html; charset=utf-8", statusCode: status);
}
