using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests;

/// <summary>All three who live from the platform: a counter refers, an agency's own system accepts and completes, a municipality gets each signed event.</summary>
public sealed class When_a_partner_connects(PlatformFixture fixture) : IDisposable
{
    private const string Agency = "sandbox-agency";
    private readonly Api _api = new(fixture.Platform);
    private readonly string _state = Directory.CreateTempSubdirectory("cnaim-partner-").FullName;

    private string EventsFile => Path.Combine(_state, "events.jsonl");

    [Theory]
    [InlineData("cd csharp; exec dotnet run receiver.cs")]
    [InlineData("cd typescript; [ -d node_modules ] || npm install --no-audit --no-fund --ignore-scripts --loglevel=error; exec node_modules/.bin/tsx receiver.ts")]
    public async Task Should_be_answered_by_the_agencys_system_and_told_to_the_municipality(string receive)
    {
        await using var agency = new Partner(fixture.Platform, Agency);
        await using var municipality = new Partner(fixture.Platform, "sandbox-partner");
        using var told = new Background(fixture.Platform, "exec ./cnaim sandbox");
        var port = FreePort();
        var (endpoint, secret) = await agency.RegisterAsync($"http://127.0.0.1:{port}/");
        using var receiver = new Background(fixture.Platform, $"{Environment(agency)} CNAIM_WEBHOOK_SECRET={secret} PORT={port}; cd deploy/examples; {receive}");
        await receiver.UntilAsync("ready");
        await agency.VerifyAsync(endpoint);
        await told.UntilAsync("Waiting for events");

        var referral = await ReferAsync();

        await _api.ShouldReachAsync(Api.Lisbon, referral, "completed");
        await told.UntilAsync("verified     pt.cnaim.referral.completed.v1");
        told.Output.ShouldNotContain("NOT VERIFIED");
        Ids().ShouldBeUnique();
        Ids().ShouldNotBeEmpty(receiver.Output);
    }

    [Fact]
    public async Task Should_be_answered_by_a_shell_that_reads_the_feed()
    {
        await using var agency = new Partner(fixture.Platform, Agency);
        var receive = $"{Environment(agency)} CNAIM_WAIT=1; deploy/examples/shell/receive.sh";
        var referral = await ReferAsync();

        (await fixture.Platform.ShellAsync(receive)).ExitCode.ShouldBe(0);
        await _api.ShouldReachAsync(Api.Lisbon, referral, "completed");
        (await fixture.Platform.ShellAsync(receive)).ExitCode.ShouldBe(0);

        Ids().ShouldBeUnique();
        Ids().Count.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task Should_verify_with_openssl_what_is_signed_and_nothing_else()
    {
        var (key, now) = (RandomNumberGenerator.GetBytes(32), DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var signature = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"msg.{now}.{{}}")));
        Task<(int ExitCode, string Output, string Errors)> VerifyAsync(string time, string body) => fixture.Platform.ShellAsync(
            $"printf '%s' '{body}' | CNAIM_WEBHOOK_SECRET=whsec_{Convert.ToBase64String(key)} deploy/examples/shell/verify.sh msg {time} 'v1,other {signature}'");

        (await VerifyAsync(now, "{}")).ExitCode.ShouldBe(0);
        (await VerifyAsync(now, "{ }")).ExitCode.ShouldBe(1);
        (await VerifyAsync("1700000000", "{}")).ExitCode.ShouldBe(1);
    }

    public void Dispose()
    {
        _api.Dispose();
        Directory.Delete(_state, recursive: true);
    }

    private string Environment(Partner agency) => $"export CNAIM_GATEWAY={fixture.Platform.Demo.Gateway.ToString().TrimEnd('/')} CNAIM_CLIENT_ID={Agency} CNAIM_CLIENT_SECRET='{agency.Secret}' CNAIM_OFFICE=employment CNAIM_STATE={_state}";

    private List<string> Ids() => [.. File.ReadAllLines(EventsFile).Select(line => (string)JsonNode.Parse(line)!["id"]!)];

    /// <summary>One that is the agency's to answer, after one of another centre that is not and must hold nothing up.</summary>
    private async Task<string> ReferAsync()
    {
        await ReferAsync("cnaim-porto");
        return await ReferAsync("cnaim-lisboa");
    }

    private async Task<string> ReferAsync(string centre)
    {
        var person = await _api.RegisterAsync(Api.Lisbon);
        await _api.ConsentAsync(Api.Lisbon, person, "employment", "identity", "contact");
        var referral = ApiSteps.Referral(person, "employment", "employment.cv", "employment.job-search");
        referral["receiver"]!["centre"] = centre;
        return (await _api.PostAsync(Api.Lisbon, ApiSteps.Sent, referral)).ShouldBe(HttpStatusCode.Created).Id;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
