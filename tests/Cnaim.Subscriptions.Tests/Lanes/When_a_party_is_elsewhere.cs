namespace Cnaim.Subscriptions.Tests.Lanes;

/// <summary>An agency in Porto takes what Lisbon sends there, and is told of it; and of nothing that Lisbon sends to its sister elsewhere.</summary>
public sealed class When_a_party_is_elsewhere(Installation here) : IClassFixture<Installation>
{
    private const string Lisbon = "cnaim-lisboa";
    private const string Porto = "cnaim-porto";
    private const string Faro = "cnaim-faro";

    [Theory]
    [InlineData("reception", Lisbon, Porto, true)]
    [InlineData("reception", Lisbon, Faro, false)]
    [InlineData("reception", Porto, Faro, false)]
    [InlineData("education", Porto, Lisbon, true)]
    [InlineData("education", Lisbon, Porto, false)]
    [InlineData("education", Porto, null, true)]
    public async Task Should_follow_its_own_place_whoever_tells(string teller, string centre, string? other, bool isTold)
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync(terms => terms with { DataLevel = "party", Office = "education", Municipalities = ["1312"] });
        await here.RegisterAsync(client, receiver);
        var (asked, last) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await here.Events.AcceptedAsync(asked, centre, from: teller, receiver: "education", other: other);
        await here.Events.AcceptedAsync(last, Porto, from: "education", receiver: "education");
        await Calls.UntilAsync(() => receiver.Events.Any(got => string.Equals(got.Subject, last.ToString(), StringComparison.Ordinal)), "what came after it arrives");

        receiver.Events.Any(got => string.Equals(got.Subject, asked.ToString(), StringComparison.Ordinal)).ShouldBe(isTold);
    }

    [Fact]
    public async Task Should_read_the_same_in_the_feed()
    {
        using var partner = here.As(await here.AgreeAsync(terms => terms with { DataLevel = "party", Office = "education", Municipalities = ["1312"] }));
        var cursor = (await partner.GetJsonAsync("/v1/events?limit=500")).GetProperty("next").GetString();
        var (told, untold) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await here.Events.AcceptedAsync(untold, Lisbon, from: "reception", receiver: "education", other: Faro);
        await here.Events.AcceptedAsync(told, Lisbon, from: "reception", receiver: "education", other: Porto);

        var page = await partner.GetJsonAsync($"/v1/events?after={cursor}&wait=10");
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("subject").GetString()).ShouldBe([told.ToString()]);
    }
}
