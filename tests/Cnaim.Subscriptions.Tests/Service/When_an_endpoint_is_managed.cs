using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Cnaim.Subscriptions.Tests.Service;

public sealed class When_an_endpoint_is_managed(Installation here) : IClassFixture<Installation>
{
    [Fact]
    public async Task Should_be_active_only_after_it_echoed_the_challenge()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.EchoesChallenges = false;
        var client = await here.AgreeAsync();
        using var partner = here.As(client);
        var id = (await partner.DoAsync("/v1/endpoints", new { url = receiver.Url }, HttpStatusCode.Created)).GetProperty("endpoint").GetProperty("id").GetGuid();
        await here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(() => receiver.All.Any(got => got.Type is "pt.cnaim.subscriptions.handshake.v1"), "the challenge comes by itself");

        (await partner.DoAsync($"/v1/endpoints/{id}/verify")).GetProperty("outcome").GetString().ShouldBe("not-echoed");
        (await here.EndpointAsync(client, id)).GetProperty("state").GetString().ShouldBe("pending");
        receiver.Events.ShouldBeEmpty();
        receiver.EchoesChallenges = true;
        await partner.DoAsync($"/v1/endpoints/{id}/verify");
        (await here.EndpointAsync(client, id)).GetProperty("state").GetString().ShouldBe("active");
    }

    [Fact]
    public async Task Should_be_refused_with_an_address_inside()
    {
        using var partner = here.As(await here.AgreeAsync());

        foreach (var url in (string[])["http://10.0.0.1/", "https://169.254.169.254/", "https://user@example.org/", "ftp://example.org/"])
        {
            (await partner.DoAsync("/v1/endpoints", new { url }, HttpStatusCode.UnprocessableEntity)).ProblemOf().ShouldBe("endpoint-address-refused");
        }
    }

    [Fact]
    public async Task Should_sign_with_both_secrets_while_rotating_and_keep_neither_readable()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync();
        var (id, former) = await here.RegisterAsync(client, receiver);
        using var partner = here.As(client);

        var rotated = (await partner.DoAsync($"/v1/endpoints/{id}/rotate-secret")).GetProperty("secret").GetString()!;
        await partner.DoAsync($"/v1/endpoints/{id}/test");
        var both = receiver.All.Last();
        (await StandardLibrary.VerifyAsync((former, both.Headers, both.Body), (rotated, both.Headers, both.Body))).ShouldBe(["ok", "ok"]);
        var last = (await partner.DoAsync($"/v1/endpoints/{id}/rotate-secret?keepHours=0")).GetProperty("secret").GetString()!;
        await partner.DoAsync($"/v1/endpoints/{id}/test");
        var one = receiver.All.Last();

        (await StandardLibrary.VerifyAsync((rotated, one.Headers, one.Body), (last, one.Headers, one.Body))).ShouldBe(["No matching signature found", "ok"]);
        foreach (var secret in (string[])[former, rotated, last])
        {
            var bytes = Convert.FromBase64String(secret["whsec_".Length..]);
            var texts = new[] { secret, secret["whsec_".Length..], Convert.ToHexStringLower(bytes) };
            (await here.ScalarAsync<long>(
                "SELECT count(1) FROM endpoint AS e, unnest(@texts) AS t WHERE position(t IN e::text) > 0", new { texts })).ShouldBe(0);
        }
    }

    [Fact]
    public async Task Should_show_its_secret_once()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync();
        var (id, first) = await here.RegisterAsync(client, receiver);
        using var partner = here.As(client);
        var second = (await partner.DoAsync($"/v1/endpoints/{id}/rotate-secret")).GetProperty("secret").GetString()!;
        await partner.DoAsync($"/v1/endpoints/{id}/test");

        foreach (var path in (string[])["/v1/endpoints", $"/v1/endpoints/{id}", $"/v1/endpoints/{id}/attempts", $"/v1/endpoints/{id}/deliveries", "/v1/usage", "/v1/notices", "/v1/agreement"])
        {
            var text = (await partner.GetJsonAsync(path)).GetRawText();
            text.ShouldNotContain("whsec_", Case.Insensitive, path);
            text.ShouldNotContain(first["whsec_".Length..], Case.Sensitive, path);
            text.ShouldNotContain(second["whsec_".Length..], Case.Sensitive, path);
        }

        using var paused = await partner.SendAsync(HttpMethod.Post, $"/v1/endpoints/{id}/pause");
        (await paused.JsonAsync(HttpStatusCode.OK)).GetRawText().ShouldNotContain("whsec_");
    }

    [Fact]
    public async Task Should_show_what_was_sent_and_the_beginning_of_what_came_back()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = async (context, _) =>
        {
            context.Response.Headers["X-Mine"] = "yes";
            await context.Response.WriteAsync(new string('x', 5000), Calls.Cancelled);
        };
        var client = await here.AgreeAsync();
        var (id, secret) = await here.RegisterAsync(client, receiver);
        using var partner = here.As(client);

        await partner.DoAsync($"/v1/endpoints/{id}/test");
        var attempts = (await partner.GetJsonAsync($"/v1/endpoints/{id}/attempts")).GetProperty("items");

        var test = attempts[0];
        test.GetProperty("kind").GetString().ShouldBe("test");
        test.GetProperty("status").GetInt32().ShouldBe(200);
        test.GetProperty("responseBody").GetString().ShouldBe(new string('x', 2048));
        test.GetProperty("responseHeaders").GetString()!.ShouldContain("X-Mine: yes");
        test.GetProperty("requestBody").GetString().ShouldBe(receiver.All.Last().Body);
        test.GetProperty("requestHeaders").GetString()!.ShouldContain("webhook-signature: " + receiver.All.Last().Headers["webhook-signature"]);
        test.GetProperty("webhookId").GetString().ShouldBe(receiver.All.Last().Id);
        Encoding.UTF8.GetByteCount(receiver.All.Last().Body).ShouldBeLessThan(20_000);
        attempts.GetRawText().ShouldNotContain(secret);
        attempts[1].GetProperty("kind").GetString().ShouldBe("handshake");
    }

    [Fact]
    public async Task Should_replay_by_id_and_since_a_time_with_the_old_ids()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync();
        var (id, _) = await here.RegisterAsync(client, receiver);
        var since = TimeProvider.System.GetUtcNow();
        var referral = Guid.CreateVersion7();
        var sent = new[] { await here.Events.AcceptedAsync(referral), await here.Events.AcceptedAsync(referral) };
        await Calls.UntilAsync(() => receiver.Events.Count is 2, "both arrive");
        using var partner = here.As(client);

        (await partner.DoAsync($"/v1/endpoints/{id}/replay", new { eventIds = new[] { sent[1], Guid.NewGuid() } })).GetProperty("events").GetInt32().ShouldBe(1);
        await Calls.UntilAsync(() => receiver.Events.Count is 3, "one comes again");
        receiver.Events[2].Id.ShouldBe(sent[1].ToString());
        (await partner.DoAsync($"/v1/endpoints/{id}/replay", new { since })).GetProperty("events").GetInt32().ShouldBe(2);
        await Calls.UntilAsync(() => receiver.Events.Count is 5, "both come again");
        receiver.Events.Skip(3).Select(got => got.Id).ShouldBe(sent.Select(one => one.ToString()));
        var first = await here.ScalarAsync<long>("SELECT position FROM event_log WHERE event_id = @first", new { first = sent[0] });
        var rest = await partner.DoAsync($"/v1/endpoints/{id}/replay", new { since, after = first.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        (rest.GetProperty("events").GetInt32(), rest.GetProperty("more").GetBoolean()).ShouldBe((1, false), "it goes on after where it was");
        foreach (var body in (object[])[new { }, new { since, eventIds = sent }, new { since = since.AddDays(-31) }, new { since, after = "x" }, new { eventIds = sent, after = "1" }, new { eventIds = Array.Empty<Guid>() }])
        {
            (await partner.DoAsync($"/v1/endpoints/{id}/replay", body, HttpStatusCode.UnprocessableEntity)).ProblemOf().ShouldBe("replay-invalid");
        }
    }

    [Fact]
    public async Task Should_let_out_nothing_that_was_narrowed_while_it_waited()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync();
        var (id, _) = await here.RegisterAsync(client, receiver);
        using var partner = here.As(client);
        await partner.DoAsync($"/v1/endpoints/{id}/pause");
        await here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(async () => await here.ScalarAsync<long>("SELECT count(1) FROM delivery WHERE endpoint_id = @id", new { id }) is 1, "it is owed");

        await here.AgreeAsync(client, Calls.Terms() with { Municipalities = ["1312"] });
        await partner.DoAsync($"/v1/endpoints/{id}/resume");

        await Calls.UntilAsync(async () => await here.ScalarAsync<string>("SELECT state FROM delivery WHERE endpoint_id = @id", new { id }) is "withheld", "it is withheld");
        receiver.Events.ShouldBeEmpty();
        (await partner.GetJsonAsync($"/v1/endpoints/{id}/deliveries")).GetProperty("items")[0].GetProperty("state").GetString().ShouldBe("withheld");
    }

    [Fact]
    public async Task Should_need_the_version_to_change_or_remove()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var moved = await Receiver.StartAsync();
        var client = await here.AgreeAsync();
        var (id, _) = await here.RegisterAsync(client, receiver);
        using var partner = here.As(client);
        using var read = await partner.GetAsync(new Uri($"/v1/endpoints/{id}", UriKind.Relative), Calls.Cancelled);
        var tag = read.Headers.ETag!.ToString();

        using (var none = await partner.SendAsync(HttpMethod.Put, $"/v1/endpoints/{id}", new { url = moved.Url }))
        {
            none.StatusCode.ShouldBe((HttpStatusCode)428);
        }

        using (var changed = await partner.SendAsync(HttpMethod.Put, $"/v1/endpoints/{id}", new { url = moved.Url }, tag))
        {
            (await changed.JsonAsync(HttpStatusCode.OK)).GetProperty("state").GetString().ShouldBe("pending", "another address has to echo again");
        }

        using (var stale = await partner.SendAsync(HttpMethod.Delete, $"/v1/endpoints/{id}", ifMatch: tag))
        {
            stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        }

        using var removed = await partner.SendAsync(HttpMethod.Delete, $"/v1/endpoints/{id}", ifMatch: "*");
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await partner.GetJsonAsync($"/v1/endpoints/{id}", HttpStatusCode.NotFound)).ProblemOf().ShouldBe("not-found");
    }

    [Fact]
    public async Task Should_be_audited_in_every_step()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync();
        var (id, _) = await here.RegisterAsync(client, receiver);
        using var partner = here.As(client);
        foreach (var step in (string[])["pause", "resume", "rotate-secret", "test"])
        {
            await partner.DoAsync($"/v1/endpoints/{id}/{step}");
        }

        var actions = await here.QueryAsync<string>("SELECT action FROM audit_entry WHERE record_id = @id AND subject = @client ORDER BY entry_id", new { id = id.ToString(), client });
        actions.ShouldBe(["endpoint.registered", "endpoint.active", "endpoint.challenged", "endpoint.paused", "endpoint.resumed", "endpoint.secret-rotated", "endpoint.tested"]);
    }
}
