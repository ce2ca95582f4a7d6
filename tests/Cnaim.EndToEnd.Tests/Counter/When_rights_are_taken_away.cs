using System.Net;
using System.Text.Json.Nodes;
using Cnaim.Demo.Gateway;
using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S4, over every real part: two administrators disable an account while it is at work.</summary>
public sealed class When_rights_are_taken_away(PlatformFixture fixture, Browser browser) : IDisposable
{
    private const string Account = "demo-refugee-integration";
    private static readonly Desk Asking = new("reception", "cnaim-lisboa", "administrator", 71);
    private static readonly Desk Deciding = Asking with { Number = 72 };
    private readonly Desks _desks = new(fixture.Platform, browser);
    private readonly Api _api = new(fixture.Platform);

    [Fact]
    public async Task Should_end_what_is_open_within_seconds_and_need_two_people()
    {
        var page = await _desks.AtAsync(Account);
        await page.GotoAsync("/referrals");
        page.Url.ShouldEndWith("/referrals");
        var change = await AskAsync("disable");
        (await DecideAsync(Asking, change)).ShouldBeProblem(403, "own-request");
        await page.ReloadAsync();
        page.Url.ShouldEndWith("/referrals");

        (await DecideAsync(Deciding, change)).ShouldBe(HttpStatusCode.OK);

        try
        {
            var url = await Eventually.SeenAsync(
                async () =>
                {
                    await page.GotoAsync("/referrals");
                    return page.Url;
                },
                seen => seen.Contains("/account/sign-in", StringComparison.Ordinal),
                seconds: 20);
            url.ShouldContain("/account/sign-in");
        }
        finally
        {
            (await DecideAsync(Deciding, await AskAsync("enable"))).ShouldBe(HttpStatusCode.OK);
        }
    }

    public void Dispose() => _api.Dispose();

    private async Task<string> AskAsync(string kind) => (await _api.PostAsync(Asking, "/api/identity/v1/staff/changes", new JsonObject
    {
        ["kind"] = kind,
        ["account"] = Account,
        ["office"] = "refugee-integration",
        ["centre"] = "cnaim-lisboa",
        ["reason"] = "left the office",
    })).ShouldBe(HttpStatusCode.OK).Json["changeId"]!.ToString();

    private Task<Reply> DecideAsync(Desk desk, string change) => _api.PostAsync(desk, $"/api/identity/v1/staff/changes/{change}/approve", new JsonObject());
}
