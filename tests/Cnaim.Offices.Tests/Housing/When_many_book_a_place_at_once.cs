using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Housing;
using Cnaim.Offices.Tests.Support;

namespace Cnaim.Offices.Tests.Housing;

public sealed class When_many_book_a_place_at_once(OfficeNetwork network)
{
    [Fact]
    public async Task Should_book_as_many_as_there_are_beds_and_offer_a_freed_bed_in_order()
    {
        var housing = await network.StartAsync<HousingService>("housing");
        using var desk = housing.At("cnaim-faro");
        var request = OfficeKit.Catalogue.ServiceCatalogue.Embedded.RequestsOf("housing")[0];
        var place = (await CreateAsync(desk, "/v1/places", new { name = "Casa", capacity = 3 }, HttpStatusCode.Created)).GetProperty("placeId").GetGuid();
        var cases = new List<Guid>();
        for (var number = 0; number < 50; number++)
        {
            cases.Add((await CreateAsync(desk, "/v1/cases", new { personId = ReferralApi.NewPerson(), request }, HttpStatusCode.Created)).GetProperty("id").GetGuid());
        }

        var bookings = await Task.WhenAll(cases.Select(caseId => CreateAsync(desk, $"/v1/places/{place}/bookings", new { caseId }, HttpStatusCode.OK)));

        bookings.Count(booking => State(booking) is "booked").ShouldBe(3);
        bookings.Where(booking => State(booking) is "waiting").Select(booking => booking.GetProperty("position").GetInt32()).ShouldBe(Enumerable.Range(1, 47), ignoreOrder: true);
        var next = cases[Array.FindIndex(bookings, booking => State(booking) is "waiting" && booking.GetProperty("position").GetInt32() == 1)];
        var stay = bookings.First(booking => State(booking) is "booked").GetProperty("stay").GetProperty("stayId").GetGuid();
        await CreateAsync(desk, $"/v1/places/stays/{stay}/end", new { }, HttpStatusCode.OK);

        (await OfferedAsync(housing, place)).ShouldBe([next]);
    }

    private static string? State(JsonElement booking) => booking.GetProperty("state").GetString();

    private static async Task<JsonElement> CreateAsync(HttpClient client, string path, object body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.JsonAsync(expected);
    }

    private static async Task<List<Guid>> OfferedAsync(OfficeHost<HousingService> housing, Guid place)
    {
        await using var command = housing.Database.CreateCommand("SELECT case_id FROM housing_stay WHERE place_id = @place AND state = 'offered'");
        command.Parameters.AddWithValue("place", place);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var cases = new List<Guid>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            cases.Add(reader.GetGuid(0));
        }

        return cases;
    }
}
