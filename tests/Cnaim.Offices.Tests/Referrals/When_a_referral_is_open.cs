using Cnaim.Housing;
using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;

namespace Cnaim.Offices.Tests.Referrals;

public sealed class When_a_referral_is_open(OfficeNetwork network)
{
    [Fact]
    public async Task Should_go_to_exactly_one_of_those_who_claim_it()
    {
        string[] centres = ["cnaim-lisboa", "cnaim-porto", "cnaim-faro"];
        network.Directory.Candidates["1106"] = [("borders", "cnaim-lisboa"), .. centres.Select(centre => ("housing", centre))];
        var reception = await network.StartAsync<ReceptionService>("reception");
        var housing = await network.StartAsync<HousingService>("housing");
        using var desk = reception.At("cnaim-lisboa", "reception");
        var agents = centres.Select(centre => housing.At(centre)).ToList();
        var request = OfficeKit.Catalogue.ServiceCatalogue.Embedded.RequestsOf("housing")[0];

        var id = await desk.ReferAsync(new
        {
            personId = ReferralApi.NewPerson(),
            open = new { service = "housing", area = "1106" },
            request,
            issues = Array.Empty<string>(),
            priority = "urgent",
            categories = new[] { "identity" },
        });
        foreach (var agent in agents)
        {
            await agent.UntilAsync(id, "offered");
        }

        await Task.WhenAll(agents.Select(agent => agent.ActAsync(id, "claim")));

        await desk.UntilAsync(id, "requested");
        await Wait.UntilAsync(async () => (await StatesAsync(agents, id)).Count(state => state is "requested") == 1, "one to have it");
        await Wait.UntilAsync(async () => (await StatesAsync(agents, id)).Count(state => state is "withdrawn") == 2, "the others to be told");
    }

    [Fact]
    public async Task Should_end_when_nobody_takes_it_and_tell_the_candidates()
    {
        network.Directory.Candidates["1105"] = [("housing", "cnaim-lisboa")];
        var reception = await network.StartAsync<ReceptionService>("reception");
        var housing = await network.StartAsync<HousingService>("housing");
        using var desk = reception.At("cnaim-lisboa", "reception");
        using var agent = housing.At("cnaim-lisboa");
        var id = await desk.ReferAsync(new
        {
            personId = ReferralApi.NewPerson(),
            open = new { service = "housing", area = "1105" },
            request = OfficeKit.Catalogue.ServiceCatalogue.Embedded.RequestsOf("housing")[0],
            issues = Array.Empty<string>(),
            priority = "urgent",
            categories = new[] { "identity" },
        });
        await agent.UntilAsync(id, "offered");

        await reception.ExecuteAsync("UPDATE due SET due_at = now() - interval '1 second' WHERE referral_id = @id AND kind = 'offer-expiry'", ("id", id));

        await desk.UntilAsync(id, "cancelled");
        await agent.UntilAsync(id, "withdrawn");
        using var late = await agent.ActAsync(id, "claim");
        await late.ProblemAsync(System.Net.HttpStatusCode.Conflict, "offer-gone");
        (await reception.TextsAsync("SELECT status_reason FROM referral_sent WHERE referral_id = @id", ("id", id))).ShouldBe(["no-response"]);
        (await reception.SentAsync(id)).ShouldBeEmpty("nobody was asked by name, so the network learns nothing");
    }

    [Fact]
    public async Task Should_find_everybody_at_capacity_in_the_sandbox_s_own_municipality_and_only_there()
    {
        var sandbox = await network.StartAsync<Cnaim.Entrepreneurship.EntrepreneurshipService>("entrepreneurship");
        var reception = await network.StartAsync<ReceptionService>("reception");
        using var desk = sandbox.At("cnaim-lisboa");
        using var other = reception.At("cnaim-lisboa", "reception");
        var open = new
        {
            personId = ReferralApi.NewPerson(),
            open = new { service = "housing", area = "9999" },
            request = OfficeKit.Catalogue.ServiceCatalogue.Embedded.RequestsOf("housing")[0],
            issues = Array.Empty<string>(),
            priority = "routine",
            categories = new[] { "identity" },
        };

        var id = await desk.ReferAsync(open);

        await desk.UntilAsync(id, "cancelled");
        using var read = await desk.ReadAsync(id);
        (await read.JsonAsync(System.Net.HttpStatusCode.OK)).GetProperty("statusReason").GetString().ShouldBe("at-capacity");
        using var refused = await other.PostAsync(open);
        await refused.ProblemAsync(System.Net.HttpStatusCode.UnprocessableEntity, "invalid-referral");
    }

    private static async Task<string?[]> StatesAsync(IEnumerable<HttpClient> agents, Guid id) =>
        await Task.WhenAll(agents.Select(agent => agent.StatusAsync(id)));
}
