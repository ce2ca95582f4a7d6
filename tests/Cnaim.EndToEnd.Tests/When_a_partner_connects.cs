using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cnaim.Demo.Gateway;
using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests;

/// <summary>All three who live from the platform: a counter refers, an agency's own system accepts and completes, a municipality gets each signed event.</summary>
public sealed class When_a_partner_connects(PlatformFixture fixture) : IDisposable
{
    private const string Agency = "sandbox-agency";
    private const string Install = "[ -d node_modules ] || npm install --no-audit --no-fund --ignore-scripts --loglevel=error >&2";

    // Of the catalogue, what a referral that is accepted and completed publishes.
    private static readonly string[] Moves = ["pt.cnaim.referral.requested.v1", "pt.cnaim.referral.accepted.v1", "pt.cnaim.referral.completed.v1"];
    private static readonly Desk Administrator = new("reception", "cnaim-lisboa", "administrator", 75);
    private readonly Api _api = new(fixture.Platform);
    private readonly string _state = Directory.CreateTempSubdirectory("cnaim-partner-").FullName;

    private string Gateway => fixture.Platform.Demo.Gateway.ToString().TrimEnd('/');

    private string EventsFile => Path.Combine(_state, "events.jsonl");

    [Theory]
    [InlineData("cd csharp; exec dotnet run receiver.cs")]
    [InlineData("cd typescript; " + Install + "; exec node_modules/.bin/tsx receiver.ts")]
    public async Task Should_be_answered_by_the_agencys_system_and_told_to_the_municipality(string receive)
    {
        await using var agency = new Partner(fixture.Platform, Agency);
        await using var municipality = new Partner(fixture.Platform, "sandbox-partner");
        using var told = new Background(fixture.Platform, "exec ./cnaim sandbox --json");
        var port = FreePort();
        var (endpoint, secret) = await agency.RegisterAsync($"http://127.0.0.1:{port}/");
        using var receiver = new Background(fixture.Platform, $"{Environment(agency)} CNAIM_WEBHOOK_SECRET={secret} PORT={port}; cd deploy/examples; {receive}");
        await receiver.UntilAsync("ready");
        await agency.VerifyAsync(endpoint);
        await municipality.UntilActiveAsync();

        var referral = await ReferAsync();

        await _api.ShouldReachAsync(Api.Lisbon, referral, "completed");
        await told.UntilAsync("pt.cnaim.referral.completed.v1");
        await receiver.UntilTrueAsync(() => Taken(referral).Count >= Moves.Length);
        await ShouldBeQuietAsync(municipality);
        Ids().ShouldBeUnique();
        ShouldHaveBeenToldOf(Taken(referral), told);
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
    public async Task Should_sign_for_itself_with_a_key_that_administrators_approved()
    {
        var client = "signs-" + Guid.NewGuid().ToString("N")[..8];
        var run = $"export CNAIM_GATEWAY={Gateway} CNAIM_CLIENT_ID={client} CNAIM_KEY_FILE={_state}/key.pem; cd deploy/examples/typescript; {Install}; node_modules/.bin/tsx token.ts";
        var made = await fixture.Platform.ShellAsync(run + " keys");
        made.ExitCode.ShouldBe(0, made.Errors);
        (await fixture.Platform.ShellAsync(run)).Errors.ShouldContain("was not accepted");
        await ApproveAsync(client, JsonNode.Parse(made.Output)!);

        var (exitCode, token, errors) = await fixture.Platform.ShellAsync(run);

        exitCode.ShouldBe(0, errors);
        var listed = await _api.SendAsync(null, HttpMethod.Get, "/api/directory/v1/organizations", change: request => request.Headers.Authorization = new("Bearer", token.Trim()));
        listed.ShouldBe(HttpStatusCode.OK);
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

    private string Environment(Partner agency) => $"export CNAIM_GATEWAY={Gateway} CNAIM_CLIENT_ID={Agency} CNAIM_CLIENT_SECRET='{agency.Secret}' CNAIM_OFFICE=employment CNAIM_STATE={_state}";

    /// <summary>What the municipality's receiver noted of the one referral, which it knows by a subject of its own: each move signed, once, in order, and nothing else of it.</summary>
    private static void ShouldHaveBeenToldOf(List<string> owed, Background told)
    {
        var all = told.Output.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonNode.Parse(line)!).ToList();
        all.ShouldAllBe(webhook => (bool)webhook["isVerified"]!);
        var subject = (string)all.Single(webhook => IsOf(webhook, "id", owed[0]))["subject"]!;
        var ours = all.Where(webhook => IsOf(webhook, "subject", subject)).ToList();
        ours.Select(webhook => (string)webhook["type"]!).ShouldBe(Moves);
        ours.Select(webhook => (string)webhook["id"]!).ShouldBe(owed);
        ours.ShouldAllBe(webhook => (int)webhook["times"]! == 1 && (bool)webhook["isInOrder"]! && (int)webhook["answer"]! == 204);
    }

    /// <summary>Nothing waits for the municipality, and nothing comes after the last for a while.</summary>
    private static async Task ShouldBeQuietAsync(Partner municipality)
    {
        await municipality.UntilNothingWaitsAsync();
        await Task.Delay(TimeSpan.FromSeconds(2), Api.Cancellation);
    }

    /// <summary>Ids of the events of one referral, in the order in which the agency's system took them.</summary>
    private List<string> Taken(string referral) => [.. File.ReadAllLines(EventsFile).Select(line => JsonNode.Parse(line)!).Where(taken => IsOf(taken, "subject", referral)).Select(taken => (string)taken["id"]!)];

    private static bool IsOf(JsonNode told, string member, string value) => string.Equals((string?)told[member], value, StringComparison.Ordinal);

    private List<string> Ids() => [.. File.ReadAllLines(EventsFile).Select(line => (string)JsonNode.Parse(line)!["id"]!)];

    private async Task ApproveAsync(string client, JsonNode publicKeys)
    {
        const string changes = "/api/identity/v1/clients/changes";
        var body = new JsonObject { ["kind"] = "create", ["clientId"] = client, ["office"] = "employment", ["centre"] = "cnaim-lisboa", ["scopes"] = new JsonArray("directory.read"), ["publicKeys"] = publicKeys, ["reason"] = "agreement signed" };
        var asked = (await _api.PostAsync(Administrator, changes, body)).ShouldBe(HttpStatusCode.OK);
        (await _api.PostAsync(Administrator with { Number = 76 }, $"{changes}/{asked.Json["changeId"]}/approve", new JsonObject())).ShouldBe(HttpStatusCode.OK);
    }

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
