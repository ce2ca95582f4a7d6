using System.Net.Http.Headers;
using System.Net.Http.Json;
using Cnaim.Launcher;

namespace Cnaim.Cli.Transfer;

/// <summary>The directory as an administrator of the sandbox reaches it, through the gateway as everybody does.</summary>
internal sealed class DirectoryClient : IDisposable
{
    private const string Imports = "/api/directory/v1/focal-points/imports";
    private readonly HttpClient _client;

    private DirectoryClient(Uri gateway, string token)
    {
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = gateway, Timeout = TimeSpan.FromMinutes(2) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public static IReadOnlyDictionary<string, string> Exports { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["hsds"] = "/api/directory/v1/export/hsds",
        ["capacity"] = "/api/directory/v1/export/capacity",
        ["focal-points"] = "/api/directory/v1/focal-points/export",
    };

    public static async Task<DirectoryClient> OpenAsync(CancellationToken cancellationToken)
    {
        var running = RunningPlatform.Find(PlatformLayout.Find(Repository.Find()));
        return new DirectoryClient(new Uri(running.State.Gateway!), await running.Tokens.GetAsync("reception", "cnaim-lisboa", "administrator", cancellationToken: cancellationToken));
    }

    /// <summary>Writes a part of the directory; how many bytes.</summary>
    public async Task<long> ExportAsync(string kind, FileInfo file, CancellationToken cancellationToken)
    {
        var bytes = await _client.GetByteArrayAsync(new Uri(Exports[kind], UriKind.Relative), cancellationToken);
        await File.WriteAllBytesAsync(file.FullName, bytes, cancellationToken);
        return bytes.LongLength;
    }

    /// <summary>Sends a file and follows it to its end.</summary>
    public async Task<ImportStatus> ImportAsync(FileInfo file, bool isDryRun, IProgress<PlatformStep> progress, CancellationToken cancellationToken)
    {
        await using var content = file.OpenRead();
        using var request = new HttpRequestMessage(HttpMethod.Post, Imports + (isDryRun ? "?dryRun=true" : "")) { Content = new StreamContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var accepted = await _client.SendAsync(request, cancellationToken);
        var status = await ReadAsync(accepted, cancellationToken);
        while (status.State is "waiting" or "reading")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
            using var answer = await _client.GetAsync(new Uri($"{Imports}/{status.Id}", UriKind.Relative), cancellationToken);
            status = await ReadAsync(answer, cancellationToken);
            progress.Report(new PlatformStep(file.Name, status.Done, Math.Max(status.Rows, 1), FormattableString.Invariant($"{status.Done} of {status.Rows} rows")));
        }

        return status;
    }

    public void Dispose() => _client.Dispose();

    private static async Task<ImportStatus> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken) => answer.IsSuccessStatusCode
        ? (await answer.Content.ReadFromJsonAsync<ImportStatus>(cancellationToken))!
        : throw new LauncherException(LauncherProblem.Failed, $"The directory refused: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
}

/// <summary>How far a file has got.</summary>
internal sealed record ImportStatus(Guid Id, bool DryRun, string State, int Rows, int Done, IReadOnlyList<ImportError> Errors);

/// <summary>Something that is wrong with a file.</summary>
internal sealed record ImportError(int Line, string? Column, string Error);
