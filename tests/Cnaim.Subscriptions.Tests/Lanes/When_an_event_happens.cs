using System.Text.Json;
using Cnaim.Contracts.Events;

namespace Cnaim.Subscriptions.Tests.Lanes;

/// <summary>From the broker to a partner's system.</summary>
public sealed class When_an_event_happens(Installation here) : IClassFixture<Installation>
{
    [Fact]
    public async Task Should_tell_an_active_endpoint_within_two_seconds_as_the_agreement_allows()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync();
        await here.RegisterAsync(client, receiver);
        var referral = Guid.CreateVersion7();

        var published = TimeProvider.System.GetUtcNow();
        var id = await here.Events.AcceptedAsync(referral);
        await Calls.UntilAsync(() => receiver.Events.Count > 0, "the event arrives");

        var got = receiver.Events.ShouldHaveSingleItem();
        (got.At - published).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        got.Id.ShouldBe(id.ToString());
        got.Headers["Content-Type"].ShouldStartWith("application/cloudevents+json");
        got.Headers["cnaim-audit-root"].ShouldBe(DirectoryOfRoots.Root);
        got.Headers.ContainsKey("traceparent").ShouldBeFalse();
        got.Json.GetProperty("specversion").GetString().ShouldBe("1.0");
        got.Json.GetProperty("auditroot").GetString().ShouldBe(DirectoryOfRoots.Root);
        got.Json.GetProperty("municipality").GetString().ShouldBe("1106");
        got.Json.GetProperty("data").GetProperty("status").GetString().ShouldBe("accepted");
        got.Subject.ShouldNotBe(referral.ToString());
        got.Body.ShouldNotContain("disclosureId");
        got.Body.ShouldNotContain(referral.ToString());
    }

    [Fact]
    public async Task Should_never_name_a_sensitive_office()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync(terms => terms with { EventTypes = ["pt.cnaim.referral.accepted.v1", "pt.cnaim.appointment.booked.v1"] });
        await here.RegisterAsync(client, receiver);

        await here.Events.AcceptedAsync(Guid.CreateVersion7(), from: "victim-support", receiver: "victim-support");
        var appointment = Guid.CreateVersion7();
        await here.Events.PublishAsync("victim-support", appointment, new AppointmentBooked { AppointmentId = appointment, Centre = "cnaim-lisboa", OccurredAt = TimeProvider.System.GetUtcNow() });
        await Calls.UntilAsync(() => receiver.Events.Count is 2, "both arrive");

        receiver.Events.ShouldAllBe(got => !got.Body.Contains("victim", StringComparison.Ordinal));
        receiver.Events.ShouldAllBe(got => !got.Json.EnumerateObject().Any(member => member.NameEquals("sequence")));
        (await here.ScalarAsync<long>("SELECT count(1) FROM event_log AS l WHERE l::text LIKE '%victim%'")).ShouldBe(0);
    }

    [Fact]
    public async Task Should_give_each_partner_subjects_of_its_own()
    {
        await using var one = await Receiver.StartAsync();
        await using var other = await Receiver.StartAsync();
        await here.RegisterAsync(await here.AgreeAsync(), one);
        await here.RegisterAsync(await here.AgreeAsync(), other);
        var referral = Guid.CreateVersion7();

        await here.Events.AcceptedAsync(referral);
        await here.Events.AcceptedAsync(referral);
        await Calls.UntilAsync(() => one.Events.Count is 2 && other.Events.Count is 2, "both get both");

        one.Events.Select(got => got.Subject).Distinct().ShouldHaveSingleItem().ShouldNotBe(other.Events[0].Subject);
        other.Events.Select(got => got.Subject).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("count", "", "")]
    [InlineData("status", "sender,receiver,request,status,centre", "subject,sequence")]
    public async Task Should_let_out_what_the_level_names_and_no_more(string level, string members, string attributes)
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync(terms => terms with { DataLevel = level });
        await here.RegisterAsync(client, receiver);

        await here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(() => receiver.Events.Count > 0, "it arrives");

        var got = receiver.Events[0].Json;
        string[] always = ["specversion", "id", "source", "type", "time", "datacontenttype", "municipality", "auditroot", "data"];
        got.EnumerateObject().Select(member => member.Name).ShouldBe(always.Concat(attributes.Split(',', StringSplitOptions.RemoveEmptyEntries)), ignoreOrder: true);
        got.GetProperty("data").EnumerateObject().Select(member => member.Name).ShouldBe(members.Split(',', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Fact]
    public async Task Should_give_ids_to_a_party_of_the_referral_alone()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync(terms => terms with { DataLevel = "party", Office = "education" });
        await here.RegisterAsync(client, receiver);
        var (own, others) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await here.Events.AcceptedAsync(others);
        await here.Events.AcceptedAsync(own, from: "education", receiver: "education");
        await Calls.UntilAsync(() => receiver.Events.Count > 0, "it arrives");
        await Task.Delay(300, Calls.Cancelled);

        var got = receiver.Events.ShouldHaveSingleItem();
        got.Subject.ShouldBe(own.ToString());
        got.Json.GetProperty("data").GetProperty("referralId").GetString().ShouldBe(own.ToString());
        got.Json.GetProperty("data").TryGetProperty("disclosureId", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_tell_nobody_of_other_municipalities_or_types()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync(terms => terms with { Municipalities = ["1312"], EventTypes = ["pt.cnaim.referral.accepted.v1"] });
        await here.RegisterAsync(client, receiver);
        var appointment = Guid.CreateVersion7();

        await here.Events.AcceptedAsync(Guid.CreateVersion7(), "cnaim-lisboa");
        await here.Events.AcceptedAsync(Guid.CreateVersion7(), "nowhere");
        await here.Events.PublishAsync("health", appointment, new AppointmentBooked { AppointmentId = appointment, Centre = "cnaim-norte", OccurredAt = TimeProvider.System.GetUtcNow() });
        await here.Events.AcceptedAsync(Guid.CreateVersion7(), PortoCentre);
        await Calls.UntilAsync(() => receiver.Events.Count > 0, "it arrives");
        await Task.Delay(300, Calls.Cancelled);

        receiver.Events.ShouldHaveSingleItem().Json.GetProperty("municipality").GetString().ShouldBe("1312");
    }

    [Fact]
    public async Task Should_say_that_one_is_too_large_and_go_on_with_the_next()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync();
        var (id, _) = await here.RegisterAsync(client, receiver);
        var referral = Guid.CreateVersion7();
        var large = await here.Events.AcceptedAsync(referral, request: new string('x', 20_000));

        var next = await here.Events.AcceptedAsync(referral);

        await Calls.UntilAsync(() => receiver.Events.Count > 0, "the next arrives");
        receiver.Events.ShouldHaveSingleItem().Id.ShouldBe(next.ToString());
        using var partner = here.As(client);
        var deliveries = (await partner.GetJsonAsync($"/v1/endpoints/{id}/deliveries?state=withheld")).GetProperty("items");
        deliveries[0].GetProperty("eventId").GetGuid().ShouldBe(large);
        (await partner.GetJsonAsync($"/v1/endpoints/{id}/attempts?webhookId={large}")).GetProperty("items")[0].GetProperty("outcome").GetString().ShouldBe("too-large");
    }

    private static string PortoCentre { get; } = JsonElement.Parse(File.ReadAllText(Cnaim.Testing.Repository.At("deploy", "data", "network.json")))
        .GetProperty("locations").EnumerateArray().First(centre => centre.GetProperty("dico").GetString() is "1312").GetProperty("slug").GetString()!;
}
