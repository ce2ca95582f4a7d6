using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Cli.Operating;
using Cnaim.Testing;

namespace Cnaim.Messaging.Tests;

/// <summary>The operator's verbs, as the command line sends them.</summary>
internal static class OperatorCalls
{
    public static Task PostAsync(TestOffice office, string path, Guid messageId) => PostAsync(office, path, new { messageId });

    public static Task VoidAsync(TestOffice office, Guid stream) => PostAsync(office, "/operator/outbox/void", new { stream });

    private static async Task PostAsync(TestOffice office, string path, object body)
    {
        using var answer = await office.Client.PostAsJsonAsync(path, body);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"changed":1}""");
    }

    public static OperatorClient ClientOf(TestOffice office) => new(new HttpClient { BaseAddress = office.Client.BaseAddress });

    public static async Task<List<JsonElement>> ListErrorsAsync(TestOffice office, string? queue)
    {
        using var client = ClientOf(office);
        return [.. (await client.ListErrorsAsync(queue, TestContext.Current.CancellationToken)).EnumerateArray()];
    }
}
