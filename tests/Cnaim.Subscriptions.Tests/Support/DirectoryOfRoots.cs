using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cnaim.Subscriptions.Tests.Support;

/// <summary>The directory's latest audit root.</summary>
internal sealed class DirectoryOfRoots : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DirectoryOfRoots(WebApplication app) => _app = app;

    public static string Root { get; } = new('a', 64);

    public string Address => _app.Urls.Single();

    public static async Task<DirectoryOfRoots> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var directory = new DirectoryOfRoots(builder.Build());
        directory._app.MapGet("/v1/audit/roots/latest", () => Results.Json(new { rootNo = 7, root = Root, keptAt = TimeProvider.System.GetUtcNow(), heads = Array.Empty<object>() }));
        directory._app.MapFallback(() => Results.NoContent());
        await directory._app.StartAsync();
        return directory;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
