using System.Net;

namespace Cnaim.Mediation.Tests.Service;

public sealed class When_unmet_demand_is_read(MediationUnderTest mediation)
{
    private const string Insert = "INSERT INTO language_demand VALUES ($1, $2, date_trunc('hour', now()) - interval '40 days', $3, $4)";

    [Fact]
    public async Task Should_hide_small_counts_and_what_tells_them()
    {
        await AddAsync("ha", "cnaim-faro", "nobody-free", 12);
        await AddAsync("ha", "cnaim-faro", "nobody-speaks", 2);
        await AddAsync("ha", "cnaim-beja", "nobody-free", 6);
        using var coordinator = mediation.At("cnaim-faro", "coordinator");
        using var manager = mediation.At("", "national-manager", "identity");

        var own = await coordinator.GetJsonAsync(Period());
        own.GetProperty("cells").EnumerateArray().Select(cell => (cell.Text("outcome"), cell.GetProperty("count").Text("shown"))).ShouldBe([("nobody-free", "12"), ("nobody-speaks", "<5")]);
        own.GetProperty("total").Text("shown").ShouldBeNull();
        own.GetProperty("languages")[0].GetProperty("count").GetProperty("count").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var all = await manager.GetJsonAsync(Period());
        all.GetProperty("cells").EnumerateArray().Select(cell => cell.Text("centre")).Distinct().ShouldBe(["cnaim-beja", "cnaim-faro"]);
        (await manager.GetJsonAsync(Period() + "&centre=cnaim-beja")).GetProperty("total").Text("shown").ShouldBe("6");
    }

    [Fact]
    public async Task Should_be_the_own_centre_s_and_in_whole_days()
    {
        using var coordinator = mediation.At("cnaim-faro", "coordinator");

        foreach (var (query, code) in new[] { ("?centre=cnaim-beja", "other-centre"), ("?from=2027-02-01&to=2027-01-01", "unknown-period"), ("?from=2020-01-01&to=2027-01-01", "unknown-period"), ("?to=0001-01-01", "unknown-period"), ("?from=9999-12-31&to=9999-12-31", "unknown-period") })
        {
            using var answer = await coordinator.ReadAsync("/v1/language-demand" + query);
            (await answer.JsonAsync(HttpStatusCode.UnprocessableEntity)).Text("type").ShouldBe("urn:cnaim:problem:" + code);
        }

        using var hours = await coordinator.ReadAsync("/v1/language-demand?from=2027-02-01T10:00:00Z");
        hours.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static string Period()
    {
        var day = TimeProvider.System.GetUtcNow().AddDays(-40);
        return $"/v1/language-demand?from={day.AddDays(-1):yyyy-MM-dd}&to={day.AddDays(1):yyyy-MM-dd}";
    }

    private Task<object?> AddAsync(string language, string centre, string outcome, int count) => mediation.ScalarAsync<object>(Insert, language, centre, outcome, count);
}
