using System.Net;
using System.Text.Json;
using Cnaim.Reception.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cnaim.Reception.Tests.Live;

public sealed class When_a_board_is_shown(ReceptionFixture reception)
{
    [Fact]
    public async Task Should_show_numbers_and_desks_and_nothing_else()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre);
        using var screen = reception.Anybody();
        var key = await KeyAsync(centre);
        await desk.IssueAsync(priority: "pregnant");
        await desk.IssueAsync("specialised-support", language: "fra");
        await desk.DeskAsync("open");
        await desk.DeskAsync("call-next");
        await desk.DeskAsync("call-next");

        var board = await screen.GetAsync($"/v1/boards/{key}");

        board.Body.GetProperty("calls").EnumerateArray().Select(call => (call.GetProperty("number").GetString(), call.GetProperty("desk").GetString())).ShouldBe([("A002", "1"), ("A001", "1")]);
        board.Body.EnumerateObject().Select(member => member.Name).ShouldBe(["calls", "waits", "notices", "isOpen", "nextOpening"]);
        board.Body.GetProperty("calls")[0].EnumerateObject().Select(member => member.Name).ShouldBe(["no", "number", "desk", "at"]);
        foreach (var told in (string[])["welcome", "specialised", "Acolhimento", "pregnant", "fra", "kea", "mediator"])
        {
            board.Text.ShouldNotContain(told);
        }
    }

    [Fact]
    public async Task Should_answer_unknown_and_ended_keys_alike()
    {
        var centre = await reception.LocalAsync();
        using var coordinator = reception.As(centre, "coordinator");
        using var screen = reception.Anybody();
        var board = await coordinator.PostAsync("/v1/boards", key: Guid.NewGuid().ToString());
        var key = board.Body.GetProperty("key").GetString();
        (await screen.GetAsync($"/v1/boards/{key}")).Status.ShouldBe(HttpStatusCode.OK);
        (await coordinator.DeleteAsync($"/v1/boards/{board.Id}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await coordinator.DeleteAsync($"/v1/boards/{board.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await screen.GetAsync($"/v1/boards/{key}")).Code.ShouldBe("not-active");
        (await screen.GetAsync("/v1/boards/unknown")).Code.ShouldBe("not-active");
        (await screen.GetAsync($"/v1/boards/{key}/events")).Code.ShouldBe("not-active");
        (await reception.CountAsync("reception_board", key!)).ShouldBe(0);
    }

    [Fact]
    public async Task Should_tell_a_call_at_once_and_resume_where_it_was()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre);
        await desk.IssueAsync();
        await desk.IssueAsync();
        await desk.DeskAsync("open");
        var path = $"/v1/boards/{await KeyAsync(centre)}/events";
        string last;
        await using (var stream = await EventStream.OpenAsync(reception.Anybody().Client, path))
        {
            (await stream.NextAsync("state")).GetProperty("state").GetProperty("calls").GetArrayLength().ShouldBe(0);
            await desk.DeskAsync("call-next");
            // Whatever else moves, such as a wait, comes as a state too.
            await stream.UntilAsync(state => state.GetProperty("calls").GetArrayLength() == 1);
            last = stream.LastId.ShouldNotBeNull();
        }

        await using (var quiet = await EventStream.OpenAsync(reception.Anybody().Client, path, last))
        {
            (await quiet.NextAsync()).GetProperty("kind").GetString().ShouldBe("heartbeat", "nothing has changed, so nothing comes twice");
            quiet.LastId.ShouldBe(last);
        }

        await desk.DeskAsync("call-next");
        await using var resumed = await EventStream.OpenAsync(reception.Anybody().Client, path, last);
        (await resumed.NextAsync()).GetProperty("state").GetProperty("calls").GetArrayLength().ShouldBe(2, "what was missed is told");
    }

    [Fact]
    public async Task Should_keep_the_holder_and_the_desk_up_to_date()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre);
        using var phone = reception.Anybody();
        var ticket = await desk.IssueAsync();
        await desk.DeskAsync("open");
        await using var own = await EventStream.OpenAsync(phone.Client, $"/v1/ticket-status/{ticket.Token}/events");
        await using var console = await EventStream.OpenAsync(desk.Client, "/v1/desks/1/events");
        await own.NextAsync("state");
        await console.NextAsync("state");

        await desk.DeskAsync("call-next");
        await own.UntilAsync(state => state.GetProperty("state").GetString() is "called");
        await console.UntilAsync(state => state.GetProperty("current").ValueKind is JsonValueKind.Object);
        await desk.DeskAsync("finish");
        (await own.NextAsync("ended")).GetProperty("state").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Should_follow_another_replica_and_let_go_when_the_own_one_stops()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre);
        await desk.IssueAsync();
        await desk.DeskAsync("open");
        var key = await KeyAsync(centre);
        await using var replica = reception.WithWebHostBuilder(_ => { });
        using var client = replica.CreateClient();
        await using var stream = await EventStream.OpenAsync(client, $"/v1/boards/{key}/events");
        await stream.NextAsync("state");

        await desk.DeskAsync("call-next");
        await stream.UntilAsync(state => state.GetProperty("calls").GetArrayLength() == 1);
        replica.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await stream.EndAsync();
    }

    private async Task<string> KeyAsync(string centre)
    {
        using var coordinator = reception.As(centre, "coordinator");
        return (await coordinator.PostAsync("/v1/boards", key: Guid.NewGuid().ToString())).Body.GetProperty("key").GetString()!;
    }
}
