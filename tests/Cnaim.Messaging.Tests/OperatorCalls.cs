using System.Net.Http.Json;
using Cnaim.Testing;

namespace Cnaim.Messaging.Tests;

internal static class OperatorCalls
{
    public static Task PostAsync(TestOffice office, string path, Guid messageId) => PostAsync(office, path, new { messageId });

    public static Task VoidAsync(TestOffice office, Guid stream) => PostAsync(office, "/operator/outbox/void", new { stream });

    private static async Task PostAsync(TestOffice office, string path, object body)
    {
        using var answer = await office.Client.PostAsJsonAsync(path, body);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"changed":1}""");
    }
}
