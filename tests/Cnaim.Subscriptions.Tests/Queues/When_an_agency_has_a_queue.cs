using System.Globalization;
using System.Net;
using Cnaim.Subscriptions.Agreements;

namespace Cnaim.Subscriptions.Tests.Queues;

/// <summary>A large agency's own queue, from the agreement to amqplib and to its end (ADR 0103).</summary>
public sealed class When_an_agency_has_a_queue(SharedServers servers) : IAsyncLifetime
{
    private const string Partner = IdentityService.Partner;
    private const string Queue = "partner." + Partner;
    private const string Scope = "rabbitmq.read:cnaim/" + Queue;
    private readonly Installation _here = new(servers);
    private IdentityService _identity = null!;

    public async ValueTask InitializeAsync()
    {
        _identity = await IdentityService.StartAsync(servers);
        await _here.StartAsync(null, IdentityService.SettingsFor(servers));
    }

    [Fact]
    public async Task Should_get_what_the_agreement_allows_in_order_each_once_with_a_token_as_password()
    {
        await using var library = await AmqpLibrary.StartAsync();
        await OpenAsync();
        await ConnectAsync(library);
        await Calls.UntilAsync(() => library.Count("consuming") is 1, "it consumes: " + string.Join(' ', library.Of("refused")));
        var referrals = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToList();
        var sent = new List<string>();
        foreach (var referral in Enumerable.Range(0, 5).SelectMany(_ => referrals))
        {
            sent.Add((await _here.Events.AcceptedAsync(referral)).ToString());
        }

        await _here.Events.AcceptedAsync(Guid.CreateVersion7(), "cnaim-norte"); // another municipality
        await Calls.UntilAsync(() => library.Messages.Count is 20, "all arrive");
        await Task.Delay(500, Calls.Cancelled);

        library.Messages.Select(got => got.GetProperty("messageId").GetString()).ShouldBe(sent, ignoreOrder: true);
        library.Messages.Select(got => got.GetProperty("sequence").GetInt64()).ShouldBe(Enumerable.Range(1, 20).Select(number => (long)number));
        library.Messages.ShouldAllBe(got => got.GetProperty("userId").GetString() == "subscriptions" && got.GetProperty("contentType").GetString() == "application/cloudevents+json");
        var first = library.Messages[0].GetProperty("body");
        first.GetProperty("id").GetString().ShouldBe(library.Messages[0].GetProperty("messageId").GetString());
        first.GetProperty("municipality").GetString().ShouldBe("1106");
        first.GetRawText().ShouldNotContain(referrals[0].ToString());
        foreach (var subject in library.Messages.GroupBy(got => got.GetProperty("body").GetProperty("subject").GetString(), StringComparer.Ordinal))
        {
            subject.Select(got => int.Parse(got.GetProperty("body").GetProperty("sequence").GetString()!, CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, 5));
        }

        using var partner = _here.As(Partner);
        var shown = await partner.GetJsonAsync("/v1/queue");
        (shown.GetProperty("sent").GetInt64(), shown.GetProperty("scope").GetString()).ShouldBe((20, Scope));
        var attempts = (await partner.GetJsonAsync($"/v1/endpoints/{shown.GetProperty("id").GetString()}/attempts")).GetProperty("items");
        attempts.GetArrayLength().ShouldBe(20);
        attempts[0].GetProperty("requestUrl").GetString().ShouldBe("amqp:" + Queue);
    }

    [Fact]
    public async Task Should_be_closed_and_kept_out_when_the_agreement_gives_it_no_more()
    {
        await using var library = await AmqpLibrary.StartAsync();
        await OpenAsync();
        await ConnectAsync(library);
        await Calls.UntilAsync(() => library.Count("consuming") is 1, "it consumes");
        var (kept, _) = await _identity.TokenAsync();

        await _here.AgreeAsync(Partner, Terms() with { Queue = false });

        await Calls.UntilAsync(() => library.Count("closed") is 1, "its connection is closed", seconds: 60);
        await ConnectAsync(library, kept);
        await Calls.UntilAsync(() => library.Count("refused") is 1, "a token from before lets it in no more");
        library.Count("connected").ShouldBe(1, "not even to a queue that is gone");
        (await _identity.TokenAsync()).Error.ShouldBe("invalid_target");
        (await QueuesAsync()).ShouldNotContain(Queue);
        using var partner = _here.As(Partner);
        var shown = await partner.GetJsonAsync("/v1/queue");
        (shown.GetProperty("state").GetString(), shown.GetProperty("stateReason").GetString()).ShouldBe(("disabled", "agreement"));
        await _here.Events.AcceptedAsync(Guid.CreateVersion7());
        (await _identity.AuditAsync(Partner)).ShouldBe(["client-queue.granted", "client-queue.revoked"]);

        await _here.AgreeAsync(Partner, Terms());
        await OpenAsync();
        await ConnectAsync(library);
        await Calls.UntilAsync(() => library.Count("consuming") is 2, "agreed on again it is let in");
        library.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_be_closed_when_the_agreement_ends_or_the_client_does()
    {
        await using var library = await AmqpLibrary.StartAsync();
        await OpenAsync(Terms() with { ValidUntil = DateOnly.FromDateTime(_here.Clock.GetUtcNow().UtcDateTime.AddDays(1)) });
        await ConnectAsync(library);
        await Calls.UntilAsync(() => library.Count("consuming") is 1, "it consumes");
        await using var receiver = await Receiver.StartAsync();
        await _here.RegisterAsync(Partner, receiver);
        await _here.AgreeAsync(IdentityService.OtherPartner, Terms());
        await _here.RegisterAsync(IdentityService.OtherPartner, receiver);
        await _identity.DisableAsync(Partner);
        await Calls.UntilAsync(() => library.Count("closed") is 1, "its connection is closed", seconds: 60);
        (await _here.ScalarAsync<string>("SELECT state_reason FROM endpoint WHERE kind = 'queue'")).ShouldBe("client");
        await Calls.UntilAsync(async () => await WebhookAsync(Partner) is ("disabled", "client"), "whoever had its key gets nothing at an address of his own either", seconds: 60);
        (await WebhookAsync(IdentityService.OtherPartner)).State.ShouldBe("active");
        await _here.ExecuteAsync("DELETE FROM endpoint WHERE kind = 'webhook'");

        var other = Terms() with { ValidUntil = DateOnly.FromDateTime(_here.Clock.GetUtcNow().UtcDateTime.AddDays(1)) };
        await OpenAsync(other, IdentityService.OtherPartner);
        await ConnectAsync(library, client: IdentityService.OtherPartner);
        await Calls.UntilAsync(() => library.Count("consuming") is 2, "the other one consumes");
        _here.Clock.Advance(TimeSpan.FromDays(3));
        await Calls.UntilAsync(() => library.Count("closed") is 2, "its connection is closed", seconds: 60);
        (await QueuesAsync()).ShouldNotContain("partner." + IdentityService.OtherPartner);
    }

    private async Task<(string State, string? Reason)> WebhookAsync(string client) =>
        (await _here.QueryAsync<(string, string?)>("SELECT state, state_reason FROM endpoint WHERE kind = 'webhook' AND client_id = @client", new { client })).Single();

    [Fact]
    public async Task Should_let_nothing_lie_that_was_narrowed_away()
    {
        await OpenAsync();
        await _here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(async () => await WaitingAsync() is 1, "one lies unread");

        await _here.AgreeAsync(Partner, Terms() with { Municipalities = ["1312"] });

        await Calls.UntilAsync(async () => await _here.ScalarAsync<bool>("SELECT NOT reset_asked FROM endpoint WHERE kind = 'queue'"), "it is emptied");
        await using var library = await AmqpLibrary.StartAsync();
        await ConnectAsync(library);
        await Calls.UntilAsync(() => library.Count("consuming") is 1, "it may come back");
        var next = await _here.Events.AcceptedAsync(Guid.CreateVersion7(), Marker.Centre);
        await Calls.UntilAsync(() => library.Messages.Count > 0, "what is still allowed comes");
        library.Messages.ShouldHaveSingleItem().GetProperty("messageId").GetString().ShouldBe(next.ToString());
    }

    [Fact]
    public async Task Should_be_seen_by_administrators_with_what_lies_in_it_and_who_is_connected()
    {
        await using var library = await AmqpLibrary.StartAsync();
        using var administrator = _here.Administrator("one");
        await OpenAsync();
        await _here.Events.AcceptedAsync(Guid.CreateVersion7());

        // The broker counts anew every five seconds.
        await Calls.UntilAsync(async () => await SeenAsync(administrator) == new Seen("active", 1, 1, 0, 0), "one lies unread", seconds: 20);
        await ConnectAsync(library);
        await Calls.UntilAsync(() => library.Messages.Count is 1, "it is read");
        await Calls.UntilAsync(async () => await SeenAsync(administrator) == new Seen("active", 1, 0, 0, 1), "somebody is connected", seconds: 20);

        await _here.AgreeAsync(Partner, Terms() with { Queue = false });
        await Calls.UntilAsync(async () => await SeenAsync(administrator) == new Seen("disabled", 1, 0, 0, 0), "it is gone", seconds: 20);
    }

    [Fact]
    public async Task Should_do_nothing_but_read_its_own_queue()
    {
        await using var library = await AmqpLibrary.StartAsync();
        await OpenAsync();
        string[] others =
        [
            "consume subscriptions", "get health", "checkQueue subscriptions_error", "assertQueue mine", "bindQueue " + Queue + " cnaim.events #", "deleteQueue " + Queue, "purgeQueue " + Queue,
            "assertExchange mine topic", "checkQueue " + Queue,
        ];

        await ConnectAsync(library, others: others);
        await Calls.UntilAsync(() => library.Count("consuming") is 1, "it consumes");

        library.Count("denied").ShouldBe(6, string.Join('\n', library.Of("allowed")));
        library.Of("denied").ShouldAllBe(text => text.Contains("403", StringComparison.Ordinal));
        (await _identity.TokenAsync(scope: "rabbitmq.read:*/*")).Error.ShouldBe("invalid_scope");
        (await _identity.TokenAsync(IdentityService.OtherPartner)).Error.ShouldBe("invalid_target");
        var (outside, _) = await _identity.TokenAsync(audience: "cnaim");
        await ConnectAsync(library, outside);
        await Calls.UntilAsync(() => library.Count("refused") is 1, "a token for the gateway is none for the broker");
        library.Count("connected").ShouldBe(1);
        (await _identity.CallAsync("tax", HttpMethod.Put, $"/v1/clients/{Partner}/queue", new { queue = "cnaim/" + Queue })).ShouldBe(HttpStatusCode.NotFound);
        (await _identity.CallAsync("subscriptions", HttpMethod.Put, $"/v1/clients/{Partner}/queue", new { queue = "cnaim/partner.other" })).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Should_open_one_only_as_two_people_agreed()
    {
        using var one = _here.Administrator("one");
        using var partner = _here.As(Partner);
        await _here.AgreeAsync(Partner, Terms() with { Queue = false });
        using var refused = await partner.SendAsync(HttpMethod.Put, "/v1/queue", new { });
        (await refused.JsonAsync(HttpStatusCode.Conflict)).ProblemOf().ShouldBe("queue-not-agreed");

        var asked = await one.DoAsync("/v1/agreements/changes", new { clientId = Partner, terms = Terms(), reason = "A test." });

        asked.GetProperty("widens").GetBoolean().ShouldBeTrue();
        (await one.DoAsync($"/v1/agreements/changes/{asked.GetProperty("id").GetString()}/approve", expected: HttpStatusCode.Conflict)).ProblemOf().ShouldBe("agreement-own-change");
        (await partner.GetJsonAsync("/v1/queue", HttpStatusCode.NotFound)).ProblemOf().ShouldBe("not-found");
    }

    [Fact]
    public async Task Should_be_reached_with_a_key_that_the_broker_has_not_seen()
    {
        await using var library = await AmqpLibrary.StartAsync();
        await OpenAsync();
        await ConnectAsync(library);
        await Calls.UntilAsync(() => library.Count("consuming") is 1, "it consumes");

        var before = await _identity.TokenAsync();
        await _identity.RotateAsync();
        var token = (await _identity.TokenAsync()).Token!;
        new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(token).Kid.ShouldNotBe(new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(before.Token).Kid);
        await ConnectAsync(library);

        await Calls.UntilAsync(() => library.Count("consuming") is 2, "it consumes: " + string.Join(' ', library.Of("refused")));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            foreach (var client in (string[])[Partner, IdentityService.OtherPartner])
            {
                using var partner = _here.As(client);
                using var closed = await partner.SendAsync(HttpMethod.Delete, "/v1/queue", ifMatch: "*");
            }

            await Calls.UntilAsync(async () => await _here.ScalarAsync<long>("SELECT count(1) FROM endpoint WHERE kind = 'queue' AND revoked_at IS NULL") is 0, "it is gone");
        }
        finally
        {
            await _here.DisposeAsync();
            await _identity.DisposeAsync();
        }
    }

    private static AgreementTerms Terms() => Calls.Terms() with { Municipalities = ["1106"], Queue = true };

    private async Task OpenAsync(AgreementTerms? terms = null, string client = Partner)
    {
        await _here.AgreeAsync(client, terms ?? Terms());
        using var partner = _here.As(client);
        using (var opened = await partner.SendAsync(HttpMethod.Put, "/v1/queue", new { }))
        {
            (await opened.JsonAsync(HttpStatusCode.OK)).GetProperty("name").GetString().ShouldBe("partner." + client);
        }

        await Calls.UntilAsync(async () => (await partner.GetJsonAsync("/v1/queue")).GetProperty("state").GetString() is "active", "the queue is made");
    }

    private async Task ConnectAsync(AmqpLibrary library, string? token = null, string[]? others = null, string client = Partner) => await library.ConnectAsync(new
    {
        port = servers.Real.Broker.Port,
        user = client,
        token = token ?? (await _identity.TokenAsync(client)).Token,
        virtualHost = "cnaim",
        queue = "partner." + client,
        others,
    });

    private async Task<IReadOnlyList<string>> QueuesAsync() =>
        (await servers.Real.Broker.ControlAsync(["list_queues", "-p", "cnaim", "name"], Calls.Cancelled)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<Seen> SeenAsync(HttpClient administrator)
    {
        var queue = (await administrator.GetJsonAsync("/v1/queues")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        return new Seen(
            queue.GetProperty("state").GetString()!, queue.GetProperty("sent").GetInt64(), queue.GetProperty("messages").GetInt64(), queue.GetProperty("waiting").GetInt32(), queue.GetProperty("connections").GetInt32());
    }

    private async Task<int> WaitingAsync()
    {
        var lines = (await servers.Real.Broker.ControlAsync(["list_queues", "-p", "cnaim", "name", "messages"], Calls.Cancelled)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Select(line => line.Split('\t')).Where(line => line[0] is Queue).Select(line => int.Parse(line[1], CultureInfo.InvariantCulture)).DefaultIfEmpty(-1).Single();
    }

    private sealed record Seen(string State, long Sent, long Messages, int Waiting, int Connections);
}
