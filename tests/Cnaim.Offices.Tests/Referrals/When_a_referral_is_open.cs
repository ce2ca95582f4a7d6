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

    private static async Task<string?[]> StatesAsync(IEnumerable<HttpClient> agents, Guid id) =>
        await Task.WhenAll(agents.Select(agent => agent.StatusAsync(id)));
}
