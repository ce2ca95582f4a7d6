using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Cnaim.Gateway.Tests.Counter;

/// <summary>S28: the limits that count, and what a partner's client has left of them, whoever of the partner looks.</summary>
public sealed partial class When_a_partner_looks_at_its_usage(GatewayUnderTest gateway)
{
    private const string Path = "/partners/usage";

    [Fact]
    public async Task Should_say_what_its_client_has_left_of_the_edges_limit()
    {
        Script(requestsPerSecond: 1000);
        var client = "partner-" + Guid.NewGuid().ToString("N")[..8];
        var developer = new PageClient(gateway, "partner-developer:" + client);
        (await LeftAsync(developer)).ShouldBe((100, 100));

        var least = 100;
        for (var tries = 0; tries < 20 && least >= 60; tries++)
        {
            await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => AskAsync(client)));
            least = Math.Min(least, (await LeftAsync(developer)).Left);
        }

        least.ShouldBeLessThan(60, "sixty of a hundred were used in this second");
        (await LeftAsync(new PageClient(gateway, "partner-developer:another"))).Left.ShouldBe(100);
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        (await LeftAsync(developer)).Left.ShouldBe(100, "all of it comes back");
    }

    [Fact]
    public async Task Should_say_the_smaller_limit_of_two()
    {
        Script(requestsPerSecond: 40);

        (await LeftAsync(new PageClient(gateway, "partner-developer:small"))).ShouldBe((40, 40));
    }

    private void Script(int requestsPerSecond) => gateway.Upstream.Scripts["/v1/usage"] = _ => Results.Json(new
    {
        requestsPerSecond,
        mostEndpoints = 20,
        daysKept = 30,
        endpoints = Array.Empty<object>(),
        days = Array.Empty<object>(),
    });

    private async Task AskAsync(string client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/subscriptions/v1/agreement");
        request.Headers.Authorization = new("Bearer", gateway.Token(client));
        using var answer = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<(int Left, int Most)> LeftAsync(PageClient developer)
    {
        var page = await developer.GetAsync(Path);
        page.Status.ShouldBe(200);
        var shown = Left().Match(page.Text);
        shown.Success.ShouldBeTrue(page.Text);
        return (int.Parse(shown.Groups["left"].Value, CultureInfo.InvariantCulture), int.Parse(shown.Groups["most"].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"Pedidos que restam neste segundo</dt>\s*<dd[^>]*>\s*(?<left>\d+) de (?<most>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Left();
}
