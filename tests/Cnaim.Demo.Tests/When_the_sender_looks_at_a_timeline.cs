using System.Text.Json.Nodes;
using Cnaim.Demo.Play;

namespace Cnaim.Demo.Tests;

public class When_the_sender_looks_at_a_timeline
{
    [Theory]
    [InlineData(true, "requested accepted in-progress on-hold in-progress completed")]
    [InlineData(true, "draft requested rejected")]
    [InlineData(true, "requested requested cancelled")]
    [InlineData(false, "requested in-progress accepted completed")]
    [InlineData(false, "accepted completed")]
    [InlineData(false, "requested completed")]
    [InlineData(false, "requested rejected accepted")]
    [InlineData(false, "")]
    public void Should_accept_only_moves_that_may_follow(bool isInOrder, string states) => Timeline.IsInOrder(Referral(states, 1)).ShouldBe(isInOrder);

    [Fact]
    public void Should_refuse_times_that_step_back() => Timeline.IsInOrder(Referral("requested accepted completed", -1)).ShouldBeFalse();

    private static JsonObject Referral(string states, int step)
    {
        var at = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var entries = states.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((status, index) => (JsonNode)new JsonObject
        {
            ["at"] = at.AddSeconds(index * step).ToString("O"),
            ["status"] = status,
        });
        return new JsonObject { ["timeline"] = new JsonArray(entries.ToArray()) };
    }
}
