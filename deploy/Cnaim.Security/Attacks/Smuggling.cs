using Cnaim.Security.Calls;

namespace Cnaim.Security.Attacks;

/// <summary>S10: two requests in what looks like one.</summary>
internal static class Smuggling
{
    public static IEnumerable<Attack> All { get; } =
    [
        Post("Content-Length and Transfer-Encoding", "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        Post("two lengths", "Content-Length: 5\r\nContent-Length: 0\r\n\r\n"),
        Post("an unknown transfer encoding", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
        Post("a space before the colon", "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
        Post("a lone line feed in a chunk extension", "Transfer-Encoding: chunked\r\n\r\n2;\nxx\r\nab\r\n0\r\n\r\n"),
        Post("a folded header", "Transfer-Encoding:\n chunked\r\n\r\n0\r\n\r\n"),
    ];

    private static Attack Post(string what, string rest) => new("S10", what, "400, closed", async (attacker, cancellationToken) =>
    {
        var head = $"Host: {attacker.Target.Gateway.Authority}\r\nAuthorization: Bearer {await attacker.TokenAsync(Identity.Reception)}\r\n";
        return await RawHttp.SendAsync(attacker.Target.Gateway, $"POST {Steps.People} HTTP/1.1\r\n{head}{rest}GET /health/live HTTP/1.1\r\n{head}\r\n", cancellationToken);
    });
}
