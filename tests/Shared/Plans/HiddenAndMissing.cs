using System.Globalization;
using System.Text.Json.Nodes;

namespace Cnaim.Testing.Plans;

/// <summary>Reads a hidden record and a missing one, and tells what differs: answer, headers, statements, plans.</summary>
internal sealed class HiddenAndMissing(PlanLog plans, HttpClient client, Func<Task<long>> auditedAsync)
{
    private const int Tries = 3;

    /// <summary>What differs in each of three tries: one alone may meet a job of the service's own.</summary>
    public async Task<string?> DifferenceAsync(Func<string> hidden, Func<string> missing)
    {
        var difference = default(string);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var (first, second) = (await ReadAsync(hidden()), await ReadAsync(missing()));
            difference = string.Equals(first, second, StringComparison.Ordinal) ? null : $"hidden:\n{first}\nmissing:\n{second}";
            if (difference is null)
            {
                return first.Contains("audit_entry", StringComparison.Ordinal) ? null : $"no statement was seen:\n{first}";
            }
        }

        return difference;
    }

    private async Task<string> ReadAsync(string path)
    {
        var (before, seen) = (await auditedAsync(), "");
        var statements = await plans.OfAsync(async () => seen = await AskAsync(path));
        var audited = await auditedAsync() - before;
        return string.Create(CultureInfo.InvariantCulture, $"{seen}\naudited {audited}\n{string.Join('\n', statements).Replace('\u0000', '\n')}");
    }

    private async Task<string> AskAsync(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Xunit.TestContext.Current.CancellationToken);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken))!.AsObject();
        body.Remove("traceId");
        return string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{body.ToJsonString()}");
    }
}
