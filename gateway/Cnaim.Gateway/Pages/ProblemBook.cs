using System.Text.Json;
using Cnaim.Gateway.Routing;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Gateway.Pages;

/// <summary>The problem codes of all services that answer, at most a minute old.</summary>
internal sealed class ProblemBook(IHttpClientFactory clients, ServiceAddresses addresses, ProblemCatalogue own, TimeProvider clock)
{
    public const string HttpClientName = "problem-book";
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);
    private volatile Copy _copy = new([], DateTimeOffset.MinValue);

    public async Task<IReadOnlyList<ProblemBookEntry>> ReadAsync(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - _copy.ReadAt < KeptFor)
        {
            return _copy.Entries;
        }

        using var client = clients.CreateClient(HttpClientName);
        var lists = await Task.WhenAll(addresses.Codes.Select(code => ReadAsync(client, code, cancellationToken)));
        var entries = own.Entries.Select(problem => new ProblemBookEntry("gateway", problem)).Concat(lists.SelectMany(list => list)).ToList();
        _copy = new Copy(entries, clock.GetUtcNow());
        return entries;
    }

    private async Task<IReadOnlyList<ProblemBookEntry>> ReadAsync(HttpClient client, string code, CancellationToken cancellationToken)
    {
        try
        {
            var problems = await client.GetFromJsonAsync<List<ProblemEntry>>(new Uri(new Uri(addresses.Http(code)[0]), "/problems"), cancellationToken);
            return [.. (problems ?? []).Select(problem => new ProblemBookEntry(code, problem))];
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return [];
        }
    }

    private sealed record Copy(IReadOnlyList<ProblemBookEntry> Entries, DateTimeOffset ReadAt);
}
