using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Cnaim.OfficeKit.Directory;

/// <summary>Asks the directory service; sends codes only, nothing about a person.</summary>
internal sealed class DirectoryClient(IHttpClientFactory clients, IOptions<DirectoryOptions> options)
{
    public const string HttpClientName = "directory";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Everything that referrals need to know, in two calls.</summary>
    /// <exception cref="HttpRequestException">The directory does not answer.</exception>
    public async Task<DirectorySnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var deadlines = await GetAsync<DeadlineEntry>("v1/deadlines", cancellationToken);
        var centres = await GetAsync<CentreEntry>("v1/centres", cancellationToken);
        return new DirectorySnapshot(deadlines, centres);
    }

    /// <summary>Who could take an open referral, best first.</summary>
    /// <exception cref="HttpRequestException">The directory does not answer.</exception>
    public Task<List<CandidateEntry>> CandidatesAsync(string request, string area, string priority, string? language, CancellationToken cancellationToken) =>
        GetAsync<CandidateEntry>(
            string.Create(CultureInfo.InvariantCulture, $"v1/candidates?request={Uri.EscapeDataString(request)}&area={Uri.EscapeDataString(area)}&priority={priority}")
                + (language is null ? "" : $"&language={Uri.EscapeDataString(language)}"),
            cancellationToken);

    private async Task<List<TItem>> GetAsync<TItem>(string path, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.Timeout);
        using var client = clients.CreateClient(HttpClientName);
        var listing = await client.GetFromJsonAsync<Listing<TItem>>(new Uri(path, UriKind.Relative), Json, limit.Token);
        return listing?.Items ?? [];
    }
}
