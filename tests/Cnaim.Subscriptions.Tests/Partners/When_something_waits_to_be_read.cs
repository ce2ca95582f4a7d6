using System.Globalization;
using System.Net;
using Cnaim.Subscriptions.Mailing;

namespace Cnaim.Subscriptions.Tests.Partners;

/// <summary>Mail to focal points, taken by a real SMTP server: seldom, at least once, and never with what happened.</summary>
public sealed class When_something_waits_to_be_read(SharedServers servers) : IAsyncLifetime
{
    private const string Link = "https://network.example/partners/inbox";
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(61);
    private readonly Installation _here = new(servers);
    private MailTaker _taker = null!;

    public async ValueTask InitializeAsync()
    {
        _taker = await MailTaker.StartAsync();
        await _here.StartAsync(null, Settings(_taker, "false"));
    }

    [Fact]
    public async Task Should_say_how_many_and_where_once_an_hour_and_nothing_of_what_happened()
    {
        var client = await WantAsync();
        var happened = await _here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(() => _taker.Mails.Count is 1, "a mail is taken");

        var mail = _taker.Mails[0];
        mail.From.ShouldBe("network@example.org");
        mail.To.ShouldBe(["help@example.org"]);
        mail.Body.ShouldContain("Events to read: 1\r\nNotices about your endpoints: 0\r\nSign in to see them: " + Link);
        foreach (var secret in (string[])[happened.ToString(), "referral", "accepted", "health", client])
        {
            mail.Text.ShouldNotContain(secret);
            mail.Body.ShouldNotContain(secret);
        }

        await _here.Events.AcceptedAsync(Guid.CreateVersion7());
        await _here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Task.Delay(2500, Calls.Cancelled);
        _taker.Mails.Count.ShouldBe(1, "an hour is not over");
        _here.Clock.Advance(Quiet);
        await Calls.UntilAsync(() => _taker.Mails.Count is 2, "the next comes after an hour");
        _taker.Mails[1].Body.ShouldContain("Events to read: 2");

        _here.Clock.Advance(Quiet);
        await Task.Delay(2500, Calls.Cancelled);
        _taker.Mails.Count.ShouldBe(2, "what was told is not told again");
    }

    [Fact]
    public async Task Should_write_about_endpoints_to_whoever_has_some_and_about_events_only_to_who_wants_it()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await _here.AgreeAsync();
        var (id, _) = await _here.RegisterAsync(client, receiver);
        receiver.Answer = (context, _) =>
        {
            context.Response.StatusCode = 410;
            return Task.CompletedTask;
        };

        await _here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(() => _taker.Mails.Count is 1, "a mail is taken");

        _taker.Mails[0].Body.ShouldContain("Events to read: 0\r\nNotices about your endpoints: 1");
        (await _here.ScalarAsync<long>("SELECT count(1) FROM partner_notice WHERE endpoint_id = @id AND mailed_at IS NOT NULL", new { id })).ShouldBe(1);
    }

    [Fact]
    public async Task Should_be_tried_again_with_the_same_name_when_the_server_does_not_take_it()
    {
        await _taker.RefuseAsync(2);
        await WantAsync();
        await _here.Events.AcceptedAsync(Guid.CreateVersion7());
        foreach (var tried in (int[])[1, 2])
        {
            await Calls.UntilAsync(async () => await _here.ScalarAsync<long>("SELECT count(1) FROM mail WHERE attempts = @tried AND sent_at IS NULL AND leased_until IS NULL", new { tried }) is 1, "it was not taken");
            _taker.Mails.ShouldBeEmpty();
            _here.Clock.Advance(MailRunner.WaitAfter(tried));
        }

        await Calls.UntilAsync(() => _taker.Mails.Count is 1, "it is taken");
        var id = await _here.ScalarAsync<Guid>("SELECT mail_id FROM mail WHERE sent_at IS NOT NULL");
        _taker.Mails[0].Id.ShouldContain(id.ToString("N", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Should_be_sent_by_another_when_its_sender_died()
    {
        await WantAsync();
        await _here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(() => _taker.Mails.Count is 1, "a mail is taken");
        // As a process leaves it that was killed after the server had taken the mail.
        await _here.ExecuteAsync("UPDATE mail SET sent_at = NULL, leased_until = clock_timestamp() + interval '1 hour'");

        await Task.Delay(2500, Calls.Cancelled);
        _taker.Mails.Count.ShouldBe(1, "the lease is the dead one's");
        await _here.ExecuteAsync("UPDATE mail SET leased_until = clock_timestamp()");
        await Calls.UntilAsync(() => _taker.Mails.Count is 2, "it is sent again");
        _taker.Mails[1].Id.ShouldBe(_taker.Mails[0].Id);
    }

    [Fact]
    public async Task Should_not_be_handed_to_a_server_that_nobody_vouches_for()
    {
        await using var stranger = await MailTaker.StartAsync(isPlain: false);
        var there = new Installation(servers);
        await there.StartAsync(null, Settings(stranger, "true"));
        await using (there)
        {
            // Both installations listen to one queue: what happens could be told to either.
            await there.ExecuteAsync("INSERT INTO partner_notice (notice_id, client_id, kind, created_at) VALUES (gen_random_uuid(), @client, 'endpoint-error', now())", new { client = await there.AgreeAsync() });
            await Calls.UntilAsync(async () => await there.ScalarAsync<long>("SELECT count(1) FROM mail WHERE attempts > 0 AND sent_at IS NULL") is 1, "it was tried");
            await Task.Delay(1000, Calls.Cancelled);
            stranger.Mails.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Should_say_at_the_start_what_it_cannot_send_with()
    {
        var check = new MailOptionsCheck();
        check.Validate(null, new MailOptions()).Succeeded.ShouldBeTrue("no mail is wanted");
        check.Validate(null, new MailOptions { Host = "mail", From = "a@b.example", Link = new Uri(Link) }).Succeeded.ShouldBeTrue();
        check.Validate(null, new MailOptions { Host = "mail", From = "nobody", Link = new Uri(Link) }).FailureMessage!.ShouldContain("Mail__From");
        check.Validate(null, new MailOptions { Host = "mail", From = "a@b.example" }).FailureMessage!.ShouldContain("Mail__Link");
        check.Validate(null, new MailOptions { Host = "mail", From = "a@b.example", Link = new Uri(Link), Tls = false, Password = "x" }).FailureMessage!.ShouldContain("Mail__Tls");
    }

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _taker.DisposeAsync();
    }

    private static (string, string)[] Settings(MailTaker taker, string tls) =>
    [
        ("Mail:Host", "127.0.0.1"), ("Mail:Port", taker.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:Tls", tls), ("Mail:From", "network@example.org"), ("Mail:Link", Link), ("Mail:LookSeconds", "1"),
    ];

    private async Task<string> WantAsync()
    {
        var client = await _here.AgreeAsync();
        using var developer = _here.AsDeveloper(client);
        await developer.DoAsync("/v1/inbox/mail", new { wanted = true }, HttpStatusCode.NoContent);
        return client;
    }
}
