using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cnaim.Offices.Tests.Support;

/// <summary>The directory's three lists under the test's control.</summary>
internal sealed class TestDirectory : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestDirectory(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Candidates by area.</summary>
    public ConcurrentDictionary<string, (string Office, string Centre)[]> Candidates { get; } = new(StringComparer.Ordinal);

    public static async Task<TestDirectory> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var directory = new TestDirectory(builder.Build());
        directory._app.MapGet("/v1/deadlines", () => Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        directory._app.MapGet("/v1/candidates", (string area) => Results.Json(new
        {
            items = directory.Candidates.GetValueOrDefault(area, []).Select(candidate => new { office = candidate.Office, centre = candidate.Centre }),
        }));
        await directory._app.StartAsync();
        return directory;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
