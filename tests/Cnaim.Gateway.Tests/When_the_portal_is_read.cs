using System.Net;
using System.Text.RegularExpressions;

namespace Cnaim.Gateway.Tests;

public sealed partial class When_the_portal_is_read(GatewayUnderTest gateway)
{
    private static readonly Uri Origin = new("http://portal");

    [Fact]
    public async Task Should_lead_to_nothing_that_is_not_there()
    {
        var open = new Queue<string>(["/docs"]);
        var seen = new HashSet<string>(open, StringComparer.Ordinal);
        while (open.TryDequeue(out var path))
        {
            using var answer = await gateway.SendAsync(HttpMethod.Get, path, signedIn: false);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            if (answer.Content.Headers.ContentType?.MediaType is not "text/html" || path.StartsWith("/docs/api", StringComparison.Ordinal))
            {
                continue;
            }

            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            page.ShouldNotContain("src=\"http");
            foreach (var link in Link().Matches(page).Select(match => new Uri(new Uri(Origin, path), match.Groups["to"].Value)).Where(link => link.AbsolutePath.StartsWith("/docs", StringComparison.Ordinal)))
            {
                (!string.Equals(link.AbsolutePath, path, StringComparison.Ordinal) || link.Fragment.Length is 0 || page.Contains($"id=\"{link.Fragment[1..]}\"", StringComparison.Ordinal)).ShouldBeTrue($"{path} has no {link.Fragment}");
                if (seen.Add(link.AbsolutePath))
                {
                    open.Enqueue(link.AbsolutePath);
                }
            }
        }

        seen.ShouldContain("/docs/asyncapi/schemas/request-referral.v1.json");
        seen.ShouldContain("/docs/protos/cnaim/screening/v1/screening.proto");
        seen.ShouldContain("/docs/webhooks");
        seen.ShouldContain("/docs/examples/csharp/receiver.cs");
        seen.ShouldContain("/docs/examples/shell/verify.sh");
        seen.ShouldContain("/docs/examples/typescript/receiver.ts");
    }

    [Theory]
    [InlineData("/docs/quickstart", "GATEWAY=http://127.0.0.1:8080")]
    [InlineData("/docs/quickstart", "./cnaim sandbox --count 1")]
    [InlineData("/docs/quickstart", "wrong-order")]
    [InlineData("/docs/quickstart", "the agent <code>slow</code>")]
    [InlineData("/docs/quickstart", "<a href=\"/docs/examples\">")]
    [InlineData("/docs/quickstart", "<a href=\"/docs/webhooks\">")]
    [InlineData("/docs/webhooks", "webhook-signature")]
    [InlineData("/docs/webhooks", "pt.cnaim.subscriptions.handshake.v1")]
    [InlineData("/docs/examples", "CNAIM_WEBHOOK_SECRET")]
    [InlineData("/docs/events", "<a href=\"/docs/webhooks\">")]
    [InlineData("/docs/events", "<a href=\"/docs/api/index.html\">")]
    [InlineData("/docs/events", "<h3 id=\"requestreferral\">")]
    [InlineData("/docs/deprecation", "12 months")]
    [InlineData("/docs/changelog", "Not released")]
    public async Task Should_have_what_the_repository_says(string path, string text)
    {
        using var answer = await gateway.SendAsync(HttpMethod.Get, path, signedIn: false);

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(text);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe-inline");
    }

    [Theory]
    [InlineData("/docs/asyncapi/../../appsettings.json")]
    [InlineData("/docs/protos/nothing.proto")]
    [InlineData("/docs/contracts.md")]
    [InlineData("/docs/examples/README.md")]
    [InlineData("/docs/examples/typescript/node_modules/tsx/package.json")]
    public async Task Should_give_no_other_file(string path)
    {
        using var answer = await gateway.SendAsync(HttpMethod.Get, path, signedIn: false);

        answer.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [GeneratedRegex("href=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
