using System.Globalization;
using System.Net;

namespace Cnaim.Subscriptions.Tests.Partners;

/// <summary>What a partner has read is kept once, whoever of it reads.</summary>
public sealed class When_an_inbox_is_read(Installation here) : IClassFixture<Installation>
{
    private const string Accepted = "pt.cnaim.referral.accepted.v1";

    [Fact]
    public async Task Should_count_what_is_allowed_after_what_is_read()
    {
        var client = await here.AgreeAsync(terms => terms with { EventTypes = [Accepted], Municipalities = ["1106"] });
        using var one = here.AsDeveloper(client);
        using var other = here.AsDeveloper(client, "staff:0198f1c2-7d5e-7a31-9c55-000000000002");
        var start = await ReadAllAsync(one);
        for (var count = 0; count < 3; count++)
        {
            await here.Events.AcceptedAsync(Guid.CreateVersion7());
            await here.Events.AcceptedAsync(Guid.CreateVersion7(), "nowhere");
        }

        await Calls.UntilAsync(async () => await UnreadAsync(one) is 3, "three are unread");
        var first = await one.GetJsonAsync($"/v1/events?limit=1&after={start}");
        await MarkAsync(one, first.GetProperty("next").GetString()!);
        (await UnreadAsync(other)).ShouldBe(2);
        (await one.GetJsonAsync("/v1/inbox")).GetProperty("readUntil").GetString().ShouldBe(first.GetProperty("next").GetString());

        await MarkAsync(other, start); // and all of it unread again
        (await UnreadAsync(one)).ShouldBe(3);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("9000000000000000000")]
    public async Task Should_refuse_what_is_no_cursor(string until)
    {
        using var developer = here.AsDeveloper(await here.AgreeAsync());
        (await developer.DoAsync("/v1/inbox/read", new { until }, HttpStatusCode.UnprocessableEntity)).ProblemOf().ShouldBe("cursor-invalid");
    }

    [Fact]
    public async Task Should_say_what_the_partner_has_missed_as_read()
    {
        using var developer = here.AsDeveloper(await here.AgreeAsync());
        await here.ExecuteAsync("UPDATE event_floor SET position = 5");
        try
        {
            long.Parse((await developer.GetJsonAsync("/v1/inbox")).GetProperty("readUntil").GetString()!, CultureInfo.InvariantCulture).ShouldBe(5);
        }
        finally
        {
            await here.ExecuteAsync("UPDATE event_floor SET position = 0");
        }
    }

    private static async Task<string> ReadAllAsync(HttpClient developer)
    {
        var next = (await developer.GetJsonAsync("/v1/events?limit=500")).GetProperty("next").GetString()!;
        await MarkAsync(developer, next);
        return next;
    }

    private static async Task MarkAsync(HttpClient developer, string until) => await developer.DoAsync("/v1/inbox/read", new { until }, HttpStatusCode.NoContent);

    private static async Task<int> UnreadAsync(HttpClient developer) => (await developer.GetJsonAsync("/v1/inbox")).GetProperty("unread").GetInt32();
}
