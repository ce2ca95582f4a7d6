using System.Net.Http.Json;
using Cnaim.Testing;

namespace Cnaim.Messaging.Tests;

internal static class OperatorCalls
{
    public static async Task PostAsync(TestOffice office, string path, Guid messageId)
    {
        using var answer = await office.Client.PostAsJsonAsync(path, new { messageId });
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"changed":1}""");
    }
}
