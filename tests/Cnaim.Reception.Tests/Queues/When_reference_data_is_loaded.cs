using Cnaim.Reception.Reference;
using Cnaim.Reception.Tests.Support;

namespace Cnaim.Reception.Tests.Queues;

public sealed class When_reference_data_is_loaded(ReceptionFixture reception)
{
    [Theory]
    [InlineData("cnaim-lisboa", 9, 8)]
    [InlineData("cnaim-porto", 9, 8)]
    [InlineData("cnaim-faro", 9, 8)]
    [InlineData("cnaim-beja", 9, 8)]
    [InlineData("claim%", 2, 1)]
    public async Task Should_give_every_centre_queues_and_desks(string centre, int queues, int desks)
    {
        (await reception.ListAsync($"SELECT DISTINCT count(*)::text FROM reception_queue WHERE centre LIKE '{centre}' GROUP BY centre")).ShouldBe([$"{queues}"]);
        (await reception.ListAsync($"SELECT min(count(*)) OVER ()::text FROM reception_desk WHERE centre LIKE '{centre}' GROUP BY centre LIMIT 1")).ShouldBe([$"{desks}"]);
    }

    [Fact]
    public void Should_lead_to_every_office_from_one_queue_of_a_centre_and_from_every_queue_to_a_desk()
    {
        foreach (var set in ReceptionData.Embedded.Sets.Values)
        {
            set.Queues.SelectMany(queue => queue.Themes).Order(StringComparer.Ordinal).ShouldBe(ReceptionData.Embedded.Themes.Order(StringComparer.Ordinal));
            set.Queues.Select(queue => queue.Code).Except(set.Desks.SelectMany(desk => desk.Queues), StringComparer.Ordinal).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Should_not_name_what_a_protected_queue_leads_to()
    {
        foreach (var set in ReceptionData.Embedded.Sets.Values)
        {
            var hidden = set.Queues.Single(queue => queue.Neutral);
            hidden.Themes.ShouldBe(["victim-support"]);
            set.Queues.ShouldContain(queue => !queue.Neutral && queue.Letter == hidden.Letter, "a letter of its own would name it");
        }

        using var desk = reception.As(await reception.LocalAsync(), "reception");
        (await desk.GetAsync("/v1/queues")).Text.ShouldNotContain("victim", Case.Insensitive);
    }

    [Theory]
    [InlineData("reception", true)]
    [InlineData("victim-support", true)]
    [InlineData("borders", false)]
    [InlineData("health", false)]
    public async Task Should_tell_other_offices_nothing_of_a_protected_queue(string office, bool isShown)
    {
        using var agent = reception.As(await reception.LocalAsync(), "office-agent", office: office);
        var queues = (await agent.GetAsync("/v1/queues")).Body.GetProperty("items").EnumerateArray().Select(queue => queue.GetProperty("id").GetString());
        queues.ShouldBe(isShown ? ["specialised-support", "welcome"] : ["welcome"]);
    }

    [Fact]
    public async Task Should_say_what_is_assumed()
    {
        using var desk = reception.As("cnaim-lisboa", "reception");
        reception.Clock.Set(TestClock.Morning);
        var queue = (await desk.GetAsync("/v1/queues")).Body.GetProperty("items")[0];
        queue.GetProperty("assumed").GetBoolean().ShouldBeTrue();
        queue.GetProperty("closesAt").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero));
    }
}
