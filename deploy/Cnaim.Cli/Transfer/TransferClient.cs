using System.Net.Http.Headers;
using System.Net.Http.Json;
using Cnaim.Launcher;

namespace Cnaim.Cli.Transfer;

/// <summary>The platform as a demo identity of the sandbox reaches it to take something along or to send it, through the gateway as everybody does.</summary>
internal sealed class TransferClient : IDisposable
{
    private readonly HttpClient _client;

    private TransferClient(Uri gateway, string token)
    {
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = gateway, Timeout = TimeSpan.FromMinutes(2) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>As an administrator, who writes the directory of the whole network.</summary>
    public static Task<TransferClient> OfDirectoryAsync(CancellationToken cancellationToken) => OpenAsync("reception", "cnaim-lisboa", "administrator", cancellationToken);

    /// <summary>As a coordinator, who sees what an office has at a centre.</summary>
    public static Task<TransferClient> OfOfficeAsync(string office, string centre, CancellationToken cancellationToken) => OpenAsync(office, centre, "coordinator", cancellationToken);

    /// <summary>Writes a file, which is there when it is whole; how many bytes.</summary>
    public async Task<long> ExportAsync(Uri address, FileInfo file, CancellationToken cancellationToken)
    {
        using var answer = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await DemandAsync(answer, cancellationToken);
        var part = file.FullName + ".part";
        await using (var content = File.Create(part))
        {
            await answer.Content.CopyToAsync(content, cancellationToken);
        }

        File.Move(part, file.FullName, overwrite: true);
        return new FileInfo(file.FullName).Length;
    }

    /// <summary>Sends a file and follows it to its end.</summary>
    public async Task<ImportStatus> ImportAsync(string path, FileInfo file, bool isDryRun, IProgress<PlatformStep> progress, CancellationToken cancellationToken)
    {
        await using var content = file.OpenRead();
        using var request = new HttpRequestMessage(HttpMethod.Post, path + (isDryRun ? "?dryRun=true" : "")) { Content = new StreamContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(file.Extension is ".json" ? "application/json" : "text/csv");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var accepted = await _client.SendAsync(request, cancellationToken);
        var status = await ReadAsync(accepted, cancellationToken);
        while (status.State is "waiting" or "reading")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
            using var answer = await _client.GetAsync(new Uri($"{path}/{status.Id}", UriKind.Relative), cancellationToken);
            status = await ReadAsync(answer, cancellationToken);
            progress.Report(new PlatformStep(file.Name, status.Done, Math.Max(status.Rows, 1), FormattableString.Invariant($"{status.Done} of {status.Rows} rows")));
        }

        return status;
    }

    public void Dispose() => _client.Dispose();

    private static async Task<TransferClient> OpenAsync(string office, string centre, string role, CancellationToken cancellationToken)
    {
        var running = RunningPlatform.Find(PlatformLayout.Find(Repository.Find()));
        return new TransferClient(new Uri(running.State.Gateway!), await running.Tokens.GetAsync(office, centre, role, cancellationToken: cancellationToken));
    }

    private static async Task<ImportStatus> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await DemandAsync(answer, cancellationToken);
        return (await answer.Content.ReadFromJsonAsync<ImportStatus>(cancellationToken))!;
    }

    private static async Task DemandAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new LauncherException(LauncherProblem.Failed, $"{answer.RequestMessage!.RequestUri!.AbsolutePath} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }
}

/// <summary>How far a file has got.</summary>
internal sealed record ImportStatus(Guid Id, bool DryRun, string State, int Rows, int Done, IReadOnlyList<ImportError> Errors);

/// <summary>Something that is wrong with a file.</summary>
internal sealed record ImportError(int Line, string? Column, string Error);
