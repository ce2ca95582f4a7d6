using System.Net;
using Cnaim.Subscriptions.Guard;
using Microsoft.Extensions.Options;

namespace Cnaim.Subscriptions.Tests.Guard;

/// <summary>S12 at registration, row by row; the same addresses again at the socket, whatever the name said before (S13).</summary>
public sealed class When_an_address_is_checked
{
    public static TheoryData<string> Inside { get; } =
    [
        "https://127.0.0.1/", "https://127.1/", "https://127.255.255.254/", "https://169.254.169.254/latest/meta-data", "https://10.0.0.8/", "https://10.255.255.255/", "https://172.16.0.1/",
        "https://172.31.255.255/", "https://192.168.1.1/", "https://100.64.0.1/", "https://100.127.255.255/", "https://0.0.0.0/", "https://0/", "https://192.0.0.1/", "https://198.18.0.1/",
        "https://224.0.0.1/", "https://255.255.255.255/", "https://[::1]/", "https://[::]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:10.0.0.1]/", "https://[::7f00:1]/",
        "https://[64:ff9b::7f00:1]/", "https://[64:ff9b:1::1]/", "https://[2002:7f00:1::1]/", "https://[2001:0:7f00:1::]/", "https://[2001:db8::1]/", "https://[fe80::1]/", "https://[fc00::1]/",
        "https://[fd12:3456::1]/", "https://[ff02::1]/", "https://2130706433/", "https://0x7f000001/", "https://0x7f.0.0.1/", "https://0177.0.0.1/", "https://017700000001/",
        "https://localhost/", "https://localhost./", "https://LOCALHOST/", "https://a.localhost/", "https://db.internal/", "https://printer.local/", "https://intranet/", "https://１２７.0.0.1/",
    ];

    public static TheoryData<string> Malformed { get; } =
    [
        "http://receiver.example/", "ftp://receiver.example/", "file:///etc/passwd", "gopher://receiver.example/", "javascript:alert(1)", "/hook", "", "https://", "https://user@receiver.example/",
        "https://user:password@receiver.example/", "https://receiver.example/#part", "https://receiver.example:22/", "https://receiver.example:25/", "https://receiver.example:80/",
    ];

    [Theory]
    [MemberData(nameof(Inside))]
    public async Task Should_refuse_what_lies_inside(string url) => (await Guard().CheckAsync(url, Calls.Cancelled)).ShouldNotBeNull();

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Should_refuse_what_is_no_plain_https_address(string url) => (await Guard().CheckAsync(url, Calls.Cancelled)).ShouldNotBeNull();

    [Theory]
    [InlineData("https://receiver.example/hook?a=b")]
    [InlineData("https://receiver.example:8443/")]
    [InlineData("https://receiver.example./")]
    [InlineData("https://8.8.8.8/")]
    [InlineData("https://[2a00:1450:4003:80f::200e]/")]
    public async Task Should_take_a_public_address(string url) => (await Guard().CheckAsync(url, Calls.Cancelled)).ShouldBeNull();

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("93.184.215.14,127.0.0.1")]
    [InlineData("2a00:1450:4003:80f::200e,fe80::1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("")]
    public async Task Should_refuse_a_name_that_leads_inside_also_among_others(string addresses) =>
        (await Guard(addresses).CheckAsync("https://receiver.example/", Calls.Cancelled)).ShouldNotBeNull();

    [Theory]
    [MemberData(nameof(Inside))]
    public async Task Should_refuse_the_same_at_the_socket(string url)
    {
        using var client = new HttpClient(GuardedHandler.Create(Guard("127.0.0.1")));

        var refused = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri(url), Calls.Cancelled));

        refused.InnerException.ShouldBeOfType<AddressRefusedException>();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("93.184.215.14,127.0.0.1")]
    public async Task Should_look_again_at_every_connection(string later)
    {
        await using var receiver = await Receiver.StartAsync();
        var resolver = new Resolver("93.184.215.14");
        var guard = Guard(resolver);
        (await guard.CheckAsync("https://receiver.example/", Calls.Cancelled)).ShouldBeNull();

        resolver.Addresses = later;
        using var client = new HttpClient(GuardedHandler.Create(guard));
        var port = new Uri(receiver.Url).Port;
        var refused = await Should.ThrowAsync<HttpRequestException>(() => client.PostAsync(new Uri($"http://receiver.example:{port}/hook"), null, Calls.Cancelled));

        refused.InnerException.ShouldBeOfType<AddressRefusedException>();
        receiver.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_not_follow_a_redirect()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (context, _) =>
        {
            context.Response.Redirect("/inside");
            return Task.CompletedTask;
        };
        using var client = new HttpClient(GuardedHandler.Create(Guard("127.0.0.1", allowLoopback: true)));

        using var answer = await client.PostAsync(new Uri(receiver.Url), new StringContent("{\"type\":\"x\"}"), Calls.Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        receiver.All.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("http://127.0.0.1:5005/hook", true)]
    [InlineData("http://localhost:5005/hook", true)]
    [InlineData("http://[::1]:5005/hook", true)]
    [InlineData("http://10.0.0.1:5005/hook", false)]
    [InlineData("https://10.0.0.1/hook", false)]
    [InlineData("http://127.0.0.1:22/", false)]
    public async Task Should_take_this_machine_in_the_sandbox_only_and_nothing_else_inside(string url, bool isTaken) =>
        (await Guard("127.0.0.1", allowLoopback: true).CheckAsync(url, Calls.Cancelled) is null).ShouldBe(isTaken);

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public void Should_not_start_in_production_with_the_sandbox_setting(bool sandbox, bool allow, bool starts) =>
        new GuardOptionsCheck(new SubscriptionsMode(sandbox)).Validate(null, new GuardOptions { AllowLoopback = allow }).Succeeded.ShouldBe(starts);

    private static AddressGuard Guard(string addresses = "93.184.215.14", bool allowLoopback = false) => Guard(new Resolver(addresses), allowLoopback);

    private static AddressGuard Guard(Resolver resolver, bool allowLoopback = false) => new(resolver, Options.Create(new GuardOptions { AllowLoopback = allowLoopback }));
}
