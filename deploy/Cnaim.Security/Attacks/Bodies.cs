using System.Net.Http.Headers;
using System.Text;
using Cnaim.Security.Calls;

namespace Cnaim.Security.Attacks;

/// <summary>S8: bodies that are too much or no JSON.</summary>
internal static class Bodies
{
    public static IEnumerable<Attack> All { get; } =
    [
        Post("10 MB", "413 body-too-large", () => Text("{\"givenNames\":\"" + new string('a', 10_000_000) + "\"}")),
        Post("a name of 1 MB", "413 body-too-large", () => Text("{\"givenNames\":\"" + new string('a', 1_000_000) + "\"}")),
        Post("a depth of 10 000", "400 malformed-json", () => Text(new string('[', 10_000) + new string(']', 10_000))),
        Post("an array of 100 000 items", "400 malformed-json", () => Text("{\"givenNames\":[" + string.Join(',', Enumerable.Repeat("1", 100_000)) + "]}")),
        Post("duplicate members", "400 malformed-request", () => Text("""{"givenNames":"Urze","givenNames":"Tojo"}""")),
        Post("NaN", "400 malformed-json", () => Text("""{"givenNames":NaN}""")),
        Post("a lone surrogate", "400 malformed-json", () => Text("""{"givenNames":"\ud800"}""")),
        Post("NUL", "400 malformed-json", () => Text("""{"givenNames":"U\u0000rze"}""")),
        Post("invalid UTF-8", "400 malformed-json", () => [.. Text("{\"givenNames\":\""), 0xC3, 0x28, .. Text("\"}")]),
    ];

    private static Attack Post(string what, string expected, Func<byte[]> body) => new("S8", what, expected, async (attacker, cancellationToken) =>
    {
        using var content = new ByteArrayContent(body()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var call = new Call(HttpMethod.Post, new Uri(attacker.Target.Gateway, Steps.People)) { Token = await attacker.TokenAsync(Identity.Reception), Content = content };
        return (await attacker.SendAsync(call, cancellationToken)).Summary;
    });

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
