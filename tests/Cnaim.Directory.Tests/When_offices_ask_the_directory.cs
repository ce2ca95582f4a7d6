using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cnaim.Directory.Tests;

public sealed class When_offices_ask_the_directory(DirectoryUnderTest directory) : IClassFixture<DirectoryUnderTest>
{
    private static readonly string[] NationalCentres = ["cnaim-beja", "cnaim-faro", "cnaim-lisboa", "cnaim-porto"];

    [Fact]
    public async Task Should_list_every_centre_of_the_network_once()
    {
        var centres = await directory.ItemsAsync("/v1/centres");
        centres.Length.ShouldBe(121);
        centres.Select(Code).Distinct(StringComparer.Ordinal).Count().ShouldBe(121);
        centres.Count(centre => centre.GetProperty("kind").ValueEquals("claim")).ShouldBe(103);
    }

    [Fact]
    public async Task Should_place_all_offices_at_national_centres_and_reception_at_local_ones()
    {
        var centres = await directory.ItemsAsync("/v1/centres");
        centres.Where(centre => Offices(centre).Length > 1).Select(Code).ShouldBe(NationalCentres);
        centres.Where(centre => NationalCentres.Contains(Code(centre), StringComparer.Ordinal)).ShouldAllBe(centre => Offices(centre).Length == 21);
        centres.Where(centre => centre.GetProperty("kind").ValueEquals("claim") && centre.GetProperty("open").GetBoolean())
            .ShouldAllBe(centre => Offices(centre).Length == 1 && Offices(centre)[0].GetProperty("office").ValueEquals("reception"));
        centres.Where(centre => centre.GetProperty("status").ValueEquals("closed")).ShouldAllBe(centre => Offices(centre).Length == 0);
    }

    [Theory]
    [InlineData("cnaim-lisboa", "housing", false)]
    [InlineData("cnaim-lisboa", "reception", false)]
    [InlineData("cnaim-faro", "housing", true)]
    [InlineData("cnaim-beja", "tax", true)]
    [InlineData("cnaim-lisboa", "victim-support", true)]
    public async Task Should_mark_what_no_source_says(string centre, string office, bool assumed)
    {
        var row = Offices(await directory.GetAsync("/v1/centres/" + centre)).Single(item => item.GetProperty("office").ValueEquals(office));
        row.GetProperty("assumed").GetBoolean().ShouldBe(assumed);
        row.GetProperty("focalPoint").GetString().ShouldBe("coordinator");
        row.GetProperty("focalPointAssumed").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("cnaim-lisboa", "08:00", "17:00", false)]
    [InlineData("cnaim-porto", "09:00", "17:00", true)]
    [InlineData("stop-aljezur", "09:00", "17:00", true)]
    public async Task Should_know_or_assume_opening_hours(string code, string opens, string closes, bool assumed)
    {
        var centre = await directory.GetAsync("/v1/centres/" + code);
        var hours = centre.GetProperty("openingHours")[0];
        (hours.GetProperty("opens").GetString(), hours.GetProperty("closes").GetString(), centre.GetProperty("openingHoursAssumed").GetBoolean()).ShouldBe((opens, closes, assumed));
    }

    [Fact]
    public async Task Should_know_the_zone_of_the_islands()
    {
        var centres = await directory.ItemsAsync("/v1/centres");
        foreach (var centre in centres)
        {
            var expected = (centre.GetProperty("municipality").GetString() ?? "11")[..2] switch
            {
                "31" or "32" => "Atlantic/Madeira",
                ['4', _] => "Atlantic/Azores",
                _ => "Europe/Lisbon",
            };
            centre.GetProperty("timeZone").GetString().ShouldBe(expected, Code(centre));
        }

        centres.Select(centre => centre.GetProperty("timeZone").GetString()).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("routine", 2, "working-day", 30, "working-day")]
    [InlineData("urgent", 4, "working-hour", 5, "working-day")]
    [InlineData("emergency", 30, "minute", 1, "day")]
    public async Task Should_give_a_deadline_for_each_priority(string priority, int acknowledge, string acknowledgeUnit, int resolve, string resolveUnit)
    {
        foreach (var path in new[] { "/v1/deadlines", "/v1/deadlines?office=health&request=health.user-number" })
        {
            var row = (await directory.ItemsAsync(path)).Single(item => item.GetProperty("priority").ValueEquals(priority));
            Span(row, "acknowledge").ShouldBe((acknowledge, acknowledgeUnit));
            Span(row, "resolve").ShouldBe((resolve, resolveUnit));
            row.GetProperty("assumed").GetBoolean().ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("housing", "0205", "cnaim-beja", 0)]
    [InlineData("housing", "1115", "cnaim-lisboa", 1)]
    [InlineData("housing", "0815", "cnaim-faro", 1)]
    [InlineData("reception", "1401", "claim-abrantes", 0)]
    public async Task Should_name_the_nearest_candidate_first(string request, string area, string centre, int distance)
    {
        var candidates = await directory.ItemsAsync($"/v1/candidates?request={request}&area={area}&priority=urgent&language=ukr");
        (candidates[0].GetProperty("centre").GetString(), candidates[0].GetProperty("distance").GetInt32()).ShouldBe((centre, distance));
        candidates.Select(candidate => candidate.GetProperty("distance").GetInt32()).ShouldBeInOrder();
        candidates.Length.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public async Task Should_find_the_office_of_every_request_but_never_borders()
    {
        foreach (var office in await directory.ItemsAsync("/v1/offices"))
        {
            var code = office.GetProperty("code").GetString();
            foreach (var request in office.GetProperty("requests").EnumerateArray().Take(2))
            {
                var candidates = await directory.ItemsAsync($"/v1/candidates?request={Code(request)}&area=1106");
                candidates.Length.ShouldBe(code is "borders" ? 0 : 4, Code(request));
                candidates.ShouldAllBe(candidate => candidate.GetProperty("office").ValueEquals(code));
            }
        }
    }

    [Theory]
    [InlineData("/v1/candidates?request=nothing&area=1106", 422, "unknown-request")]
    [InlineData("/v1/candidates?request=housing&area=9999", 422, "unknown-area")]
    [InlineData("/v1/candidates?request=housing&area=1106&priority=now", 422, "unknown-priority")]
    [InlineData("/v1/candidates?request=housing", 400, "malformed-request")]
    [InlineData("/v1/centres?limit=0", 400, "unknown-limit")]
    [InlineData("/v1/centres/nowhere", 404, "not-found")]
    public async Task Should_say_what_is_wrong(string path, int status, string code)
    {
        var answer = await directory.Client.GetAsync(path, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("type").GetString().ShouldBe("urn:cnaim:problem:" + code);
    }

    [Theory]
    [InlineData("/v1/municipalities", "dico", 308, 100)]
    [InlineData("/v1/centres", "code", 121, 50)]
    public async Task Should_page_by_cursor_without_gap_or_double(string path, string key, int total, int limit)
    {
        var seen = new List<string>();
        for (string? after = null; ;)
        {
            var page = await directory.GetAsync($"{path}?limit={limit}&after={after}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(key).GetString()!));
            after = page.GetProperty("next").GetString();
            if (after is null)
            {
                break;
            }
        }

        seen.Count.ShouldBe(total);
        seen.Distinct(StringComparer.Ordinal).Count().ShouldBe(total);
    }

    [Fact]
    public async Task Should_tell_a_reader_that_nothing_changed()
    {
        var first = await directory.Client.GetAsync("/v1/centres", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/centres");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await directory.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Should_answer_nobody_without_a_token()
    {
        using var client = new HttpClient { BaseAddress = directory.Client.BaseAddress };
        (await client.GetAsync("/v1/centres", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static string Code(JsonElement item) => item.GetProperty("code").GetString()!;

    private static JsonElement[] Offices(JsonElement centre) => [.. centre.GetProperty("offices").EnumerateArray()];

    private static (int Amount, string? Unit) Span(JsonElement row, string member) =>
        (row.GetProperty(member).GetProperty("amount").GetInt32(), row.GetProperty(member).GetProperty("unit").GetString());
}
