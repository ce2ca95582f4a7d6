using System.Net;
using Cnaim.Reception.Closing;
using Cnaim.Reception.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Reception.Tests.Rooms;

public sealed class When_children_are_in_the_room(ReceptionFixture reception)
{
    [Fact]
    public async Task Should_hand_back_for_the_code_and_after_three_wrong_ones_by_the_coordinator_alone()
    {
        var (centre, desk, visit, code) = await WithChildrenAsync(1);
        using var coordinator = reception.As(centre, "coordinator");
        for (var left = 2; left >= 0; left--)
        {
            var wrong = await desk.PostAsync($"/v1/childrens-room/visits/{visit}/check-out", new { code = "AAAAAA" });
            (wrong.Code, wrong.Body.GetProperty("triesLeft").GetInt32()).ShouldBe(("wrong-pick-up-code", left));
        }

        (await desk.PostAsync($"/v1/childrens-room/visits/{visit}/check-out", new { code })).Code.ShouldBe("coordinator-only");
        (await desk.PostAsync($"/v1/childrens-room/visits/{visit}/release")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await coordinator.PostAsync($"/v1/childrens-room/visits/{visit}/release")).Body.GetProperty("state").GetString().ShouldBe("left");
        (await reception.ScalarAsync<long>($"SELECT count(*) FROM audit_entry WHERE action = 'childrens-room.released' AND record_id = '{visit}'")).ShouldBe(1);
    }

    [Fact]
    public async Task Should_never_be_fuller_than_its_places()
    {
        var (_, desk, visit, code) = await WithChildrenAsync(1);
        var tickets = new List<Guid>();
        for (var other = 0; other < 8; other++)
        {
            tickets.Add((await desk.IssueAsync()).Id);
        }

        var arrivals = await Task.WhenAll(tickets.Select(ticket => CheckInAsync(desk, ticket, 2)));
        var states = arrivals.Select(arrival => arrival.Body.GetProperty("visit").GetProperty("state").GetString()).ToList();
        states.Count(state => state is "present").ShouldBe(1, "there are three places left, and each has two children");
        (await CheckInAsync(desk, tickets[0], 1)).Code.ShouldBe("already-in-childrens-room");
        var next = arrivals[states.IndexOf("waiting")].Body.GetProperty("visit").GetProperty("id").GetGuid();
        (await desk.PostAsync($"/v1/childrens-room/visits/{next}/admit")).Code.ShouldBe("childrens-room-full");
        (await desk.PostAsync($"/v1/childrens-room/visits/{visit}/check-out", new { code = code.ToLowerInvariant() })).Status.ShouldBe(HttpStatusCode.OK);
        (await desk.PostAsync($"/v1/childrens-room/visits/{next}/admit")).Status.ShouldBe(HttpStatusCode.OK);
        (await desk.GetAsync("/v1/childrens-room")).Body.GetProperty("free").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Should_keep_no_code_and_call_the_coordinator_at_closing()
    {
        var (centre, desk, visit, code) = await WithChildrenAsync(2);
        using var coordinator = reception.As(centre, "coordinator");
        (await reception.CountAsync("childrens_visit", code)).ShouldBe(0);
        (await coordinator.GetAsync("/v1/floor")).Body.GetProperty("childrenAfterClosing").GetInt32().ShouldBe(0);
        reception.Clock.Set(new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero));
        await using (var scope = reception.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<CloseDay>().RunAsync(TestContext.Current.CancellationToken);
        }

        (await coordinator.GetAsync("/v1/floor")).Body.GetProperty("childrenAfterClosing").GetInt32().ShouldBe(2);
        (await desk.GetAsync("/v1/childrens-room")).Body.GetProperty("afterClosing").GetBoolean().ShouldBeTrue();
        (await desk.PostAsync($"/v1/childrens-room/visits/{visit}/check-out", new { code })).Status.ShouldBe(HttpStatusCode.OK);
        (await desk.PostAsync($"/v1/childrens-room/visits/{visit}/call-adult")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Should_call_the_adult_on_the_board()
    {
        var (centre, desk, visit, _) = await WithChildrenAsync(1);
        using var coordinator = reception.As(centre, "coordinator");
        using var screen = reception.Anybody();
        var key = (await coordinator.PostAsync("/v1/boards", key: Guid.NewGuid().ToString())).Body.GetProperty("key").GetString();
        (await desk.PostAsync($"/v1/childrens-room/visits/{visit}/call-adult")).Status.ShouldBe(HttpStatusCode.NoContent);
        var call = (await screen.GetAsync($"/v1/boards/{key}")).Body.GetProperty("calls")[0];
        (call.GetProperty("number").GetString(), call.GetProperty("desk").GetString()).ShouldBe(("A001", "childrens-room"));
        (await desk.GetAsync("/v1/tickets/by-number/a001")).Body.GetProperty("state").GetString().ShouldBe("waiting", "the ticket keeps its place");
    }

    [Fact]
    public async Task Should_log_a_question_with_theme_and_language_alone()
    {
        using var desk = reception.As(await reception.LocalAsync(), "reception");
        (await desk.PostAsync("/v1/information-requests", new { theme = "housing", language = "wol" }, key: Guid.NewGuid().ToString())).Status.ShouldBe(HttpStatusCode.Created);
        (await desk.PostAsync("/v1/information-requests", new { theme = "football", language = "wol" }, key: Guid.NewGuid().ToString())).Code.ShouldBe("invalid-reception-request");
        (await reception.ScalarAsync<long>("SELECT count(*) FROM information_request WHERE theme = 'housing' AND language = 'wol'")).ShouldBe(1);
    }

    private async Task<(string Centre, Staff Desk, Guid Visit, string Code)> WithChildrenAsync(int children)
    {
        var centre = await reception.LocalAsync();
        await reception.ExecuteAsync($"UPDATE childrens_room SET capacity = 4 WHERE centre = '{centre}'");
        var desk = reception.As(centre, "reception");
        var arrived = await CheckInAsync(desk, (await desk.IssueAsync()).Id, children);
        arrived.Body.GetProperty("visit").GetProperty("state").GetString().ShouldBe("present");
        return (centre, desk, arrived.Body.GetProperty("visit").GetProperty("id").GetGuid(), arrived.Body.GetProperty("pickUpCode").GetString()!);
    }

    private static Task<Answer> CheckInAsync(Staff desk, Guid ticketId, int children) =>
        desk.PostAsync("/v1/childrens-room/visits", new { ticketId, children }, key: Guid.NewGuid().ToString());
}
