using System.Net;
using System.Text.Json;
using Cnaim.Health;
using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;

namespace Cnaim.Offices.Tests.Referrals;

public sealed class When_referrals_are_listed(OfficeNetwork network)
{
    private const string Lisbon = "cnaim-lisboa";

    [Fact]
    public async Task Should_be_of_one_person_when_asked_for()
    {
        var (desk, _, _) = await StartAsync();
        var person = ReferralApi.NewPerson();
        var id = await desk.ReferAsync(ReferralApi.Body(person, "health", "health.user-number"));
        await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.user-number"));

        Ids(await ListAsync(desk, $"direction=sent&personId={person}")).ShouldBe([id]);
        Ids(await ListAsync(desk, $"direction=sent&personId={person}&request=tax.nif")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_come_in_an_order_with_the_total_of_the_own_centre()
    {
        var (desk, _, reception) = await StartAsync();
        var person = ReferralApi.NewPerson();
        Guid[] ids = [await ReferAsync(desk, person), await ReferAsync(desk, person), await ReferAsync(desk, person)];
        foreach (var (id, days) in new[] { (ids[0], 2), (ids[1], 9), (ids[2], 5) })
        {
            await reception.ExecuteAsync("UPDATE referral_sent SET acknowledge_by = now() + make_interval(days => @days) WHERE referral_id = @id", ("id", id), ("days", days));
        }

        var list = await ListAsync(desk, $"direction=sent&personId={person}&sort=due&limit=2");
        Ids(list).ShouldBe([ids[0], ids[2]]);
        list.GetProperty("total").GetInt32().ShouldBe(3);
        Ids(await ListAsync(desk, $"direction=sent&personId={person}&sort=due&limit=2&skip=2")).ShouldBe([ids[1]]);
        Ids(await ListAsync(desk, $"direction=sent&personId={person}&sort=-due")).ShouldBe([ids[1], ids[2], ids[0]]);
        Ids(await ListAsync(desk, $"direction=sent&personId={person}&sort=created")).ShouldBe(ids);
        using var elsewhere = reception.At("cnaim-porto", "reception");
        (await ListAsync(elsewhere, $"direction=sent&personId={person}&sort=due")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Should_be_overdue_by_the_deadline_that_counts_now()
    {
        var (desk, agent, reception) = await StartAsync();
        var person = ReferralApi.NewPerson();
        var (late, answered) = (await ReferAsync(desk, person), await ReferAsync(desk, person));
        await agent.UntilAsync(answered, "requested");
        await agent.MoveAsync(answered, "accept");
        await desk.UntilAsync(answered, "accepted");
        foreach (var id in new[] { late, answered })
        {
            await reception.ExecuteAsync("UPDATE referral_sent SET acknowledge_by = now() - interval '1 hour' WHERE referral_id = @id", ("id", id));
        }

        Ids(await ListAsync(desk, $"direction=sent&personId={person}&overdue=true")).ShouldBe([late]);
    }

    [Theory]
    [InlineData("sort=name", "sort")]
    [InlineData("sort=--due", "sort")]
    [InlineData("skip=5", "skip")]
    [InlineData("sort=due&skip=-1", "skip")]
    [InlineData("direction=offered&overdue=true", "overdue")]
    [InlineData("personId=nobody", "personId")]
    public async Task Should_say_what_there_is_no_list_of(string query, string field)
    {
        var (desk, _, _) = await StartAsync();
        using var refused = await desk.GetAsync(new Uri("/v1/referrals?" + query, UriKind.Relative), TestContext.Current.CancellationToken);
        (await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-query")).GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldContain(field);
    }

    private static Task<Guid> ReferAsync(HttpClient desk, string person) => desk.ReferAsync(ReferralApi.Body(person, "health", "health.user-number"));

    private static async Task<JsonElement> ListAsync(HttpClient client, string query)
    {
        using var answer = await client.GetAsync(new Uri("/v1/referrals?" + query, UriKind.Relative), TestContext.Current.CancellationToken);
        return await answer.JsonAsync(HttpStatusCode.OK);
    }

    private static IEnumerable<Guid> Ids(JsonElement list) => list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid());

    private async Task<(HttpClient Desk, HttpClient Agent, OfficeHost<ReceptionService> Reception)> StartAsync()
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        var health = await network.StartAsync<HealthService>("health");
        return (reception.At(Lisbon, "reception"), health.At(Lisbon), reception);
    }
}
