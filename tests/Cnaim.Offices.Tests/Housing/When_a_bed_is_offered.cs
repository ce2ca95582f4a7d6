using System.Net;
using Cnaim.Housing;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.Offices.Tests.Support;

namespace Cnaim.Offices.Tests.Housing;

public sealed class When_a_bed_is_offered(OfficeNetwork network)
{
    private const string Booked = "pt.cnaim.housing-place.booked.v1";
    private const string Offered = "pt.cnaim.housing-place.offered.v1";
    private const string Released = "pt.cnaim.housing-place.released.v1";

    [Fact]
    public async Task Should_go_to_the_next_when_nobody_answers_and_tell_the_network_each_time()
    {
        var (housing, desk, place, booked) = await StartAsync();
        await desk.DoAsync($"/v1/places/stays/{booked}/end");
        var first = await OfferedAsync(housing, place);

        await housing.ExecuteAsync("UPDATE housing_stay SET offer_expires_at = now() - interval '1 second' WHERE stay_id = @stay", ("stay", first));
        await Wait.UntilAsync(async () => await OfferedAsync(housing, place) is var next && next != first && next != Guid.Empty, "the next offer");
        var second = await OfferedAsync(housing, place);
        await desk.DoAsync($"/v1/places/stays/{second}/accept");

        (await TypesAsync(housing, booked)).ShouldBe([Booked, Released]);
        (await TypesAsync(housing, first)).ShouldBe([Offered, Released]);
        (await TypesAsync(housing, second)).ShouldBe([Offered, Booked]);
        (await housing.SentAsync(first))[1].Body.GetProperty("reason").GetString().ShouldBe("expired");
        (await housing.AuditedAsync(first.ToString())).ShouldBe(["housing-place.offered", "housing-place.expired"]);
    }

    [Fact]
    public async Task Should_say_nothing_of_who_is_in_it()
    {
        var (housing, _, place, booked) = await StartAsync();

        var body = (await housing.SentAsync(booked)).ShouldHaveSingleItem().Body;

        body.EnumerateObject().Select(member => member.Name).ShouldBe(["stayId", "placeId", "centre", "occurredAt"], ignoreOrder: true);
        body.GetProperty("placeId").GetGuid().ShouldBe(place);
    }

    private static async Task<List<string>> TypesAsync(OfficeHost<HousingService> housing, Guid stay) => [.. (await housing.SentAsync(stay)).Select(message => message.Type)];

    private static async Task<Guid> OfferedAsync(OfficeHost<HousingService> housing, Guid place)
    {
        var stays = await housing.TextsAsync("SELECT stay_id::text FROM housing_stay WHERE place_id = @place AND state = 'offered'", ("place", place));
        return stays.Count == 0 ? Guid.Empty : Guid.Parse(stays.ShouldHaveSingleItem());
    }

    /// <summary>A place of one bed that is booked, and two who wait for it.</summary>
    private async Task<(OfficeHost<HousingService> Housing, HttpClient Desk, Guid Place, Guid Booked)> StartAsync()
    {
        var housing = await network.StartAsync<HousingService>("housing");
        var desk = housing.At("cnaim-porto");
        using var created = await desk.PostNewAsync("/v1/places", new { name = "Abrigo", capacity = 1 });
        var place = (await created.JsonAsync(HttpStatusCode.Created)).GetProperty("placeId").GetGuid();
        var request = ServiceCatalogue.Embedded.RequestsOf("housing")[0];
        var first = await desk.DoAsync($"/v1/places/{place}/bookings", new { caseId = await desk.OpenCaseAsync(request) });
        await desk.DoAsync($"/v1/places/{place}/bookings", new { caseId = await desk.OpenCaseAsync(request) });
        await desk.DoAsync($"/v1/places/{place}/bookings", new { caseId = await desk.OpenCaseAsync(request) });
        return (housing, desk, place, first.GetProperty("stay").GetProperty("stayId").GetGuid());
    }
}
