using System.Net;
using System.Text.Json;
using Cnaim.Health;
using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;
using Cnaim.Tax;

namespace Cnaim.Offices.Tests.Referrals;

public sealed class When_a_referral_names_another(OfficeNetwork network)
{
    private const string Lisbon = "cnaim-lisboa";

    [Fact]
    public async Task Should_try_a_final_one_again_and_show_it_to_the_same_receiver()
    {
        var (desk, agent) = await StartAsync();
        var person = ReferralApi.NewPerson();
        var first = await desk.ReferAsync(ReferralApi.Body(person, "health", "health.user-number"));
        await agent.UntilAsync(first, "requested");
        await agent.MoveAsync(first, "reject", new { statusReason = "missing-document" });
        await desk.UntilAsync(first, "rejected");

        var second = await desk.ReferAsync(ReferralApi.Body(person, "health", "health.user-number", basedOn: first));

        await agent.UntilAsync(second, "requested");
        (await LinkAsync(desk, second, "basedOn")).ShouldBe(first);
        (await LinkAsync(agent, second, "basedOn")).ShouldBe(first);
    }

    [Fact]
    public async Task Should_not_try_again_what_is_open_or_belongs_to_somebody_else()
    {
        var (desk, agent) = await StartAsync();
        var person = ReferralApi.NewPerson();
        var open = await desk.ReferAsync(ReferralApi.Body(person, "health", "health.user-number"));
        await agent.UntilAsync(open, "requested");

        using var stillOpen = await desk.PostAsync(ReferralApi.Body(person, "health", "health.user-number", basedOn: open));
        using var another = await desk.PostAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.user-number", basedOn: open));
        using var unknown = await desk.PostAsync(ReferralApi.Body(person, "health", "health.user-number", partOf: Guid.CreateVersion7()));

        await ShouldNameAsync(stillOpen, "basedOn");
        await ShouldNameAsync(another, "basedOn");
        await ShouldNameAsync(unknown, "partOf");
    }

    [Fact]
    public async Task Should_send_a_received_one_onward_and_show_the_origin_only_to_its_sender()
    {
        var (desk, agent) = await StartAsync();
        var tax = await network.StartAsync<TaxService>("tax");
        using var third = tax.At(Lisbon);
        var origin = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.user-number"));
        await agent.UntilAsync(origin, "requested");
        var person = (await ReadAsync(agent, origin)).GetProperty("personId").GetString()!;

        var onward = await agent.ReferAsync(ReferralApi.Body(person, "tax", "tax.nif", partOf: origin));

        await third.UntilAsync(onward, "requested");
        (await LinkAsync(agent, onward, "partOf")).ShouldBe(origin);
        (await LinkAsync(third, onward, "partOf")).ShouldBeNull("the third office is no party of the origin");
    }

    private static async Task ShouldNameAsync(HttpResponseMessage response, string member) =>
        (await response.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-referral")).GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe([member]);

    private static async Task<Guid?> LinkAsync(HttpClient client, Guid id, string member) =>
        (await ReadAsync(client, id)).TryGetProperty(member, out var link) && link.ValueKind is JsonValueKind.String ? link.GetGuid() : null;

    private static async Task<JsonElement> ReadAsync(HttpClient client, Guid id)
    {
        using var response = await client.ReadAsync(id);
        return await response.JsonAsync(HttpStatusCode.OK);
    }

    private async Task<(HttpClient Desk, HttpClient Agent)> StartAsync()
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        var health = await network.StartAsync<HealthService>("health");
        return (reception.At(Lisbon, "reception"), health.At(Lisbon));
    }
}
