using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cnaim.Mediation.Tests.Service;

/// <summary>The directory's list of kept erasures under the test's control.</summary>
internal sealed class KeptErasures : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Office, object Erasure)> _kept = [];

    private KeptErasures(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Offices that were asked about.</summary>
    public ConcurrentDictionary<string, int> Asked { get; } = new(StringComparer.Ordinal);

    public static async Task<KeptErasures> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var kept = new KeptErasures(builder.Build());
        kept._app.MapGet("/v1/erasures/services/{office}", (string office, HttpRequest request) =>
        {
            kept.Asked.AddOrUpdate(office, 1, (_, count) => count + 1);
            return string.IsNullOrEmpty(request.Headers.Authorization) ? Results.StatusCode(StatusCodes.Status401Unauthorized)
                : Results.Json(kept._kept.Where(entry => string.Equals(entry.Office, office, StringComparison.Ordinal)).Select(entry => entry.Erasure));
        });
        await kept._app.StartAsync();
        return kept;
    }

    /// <summary>An office has erased somebody; the digest is made as ADR 0047 says.</summary>
    public void Add(string office, string reference) => _kept.Enqueue((office, new
    {
        orderId = Guid.CreateVersion7(),
        erasedAt = TimeProvider.System.GetUtcNow(),
        digests = new[] { Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("cnaim-erased-1\n" + reference))) },
    }));

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
