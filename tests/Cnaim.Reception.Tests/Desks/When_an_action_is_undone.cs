using Cnaim.Reception.Tests.Support;

namespace Cnaim.Reception.Tests.Desks;

public sealed class When_an_action_is_undone(ReceptionFixture reception)
{
    [Fact]
    public async Task Should_take_back_the_call_and_the_finish_that_came_with_it()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre);
        var (first, second) = (await desk.IssueAsync(), await desk.IssueAsync());
        await desk.DeskAsync("open");
        await desk.DeskAsync("call-next");
        await desk.DeskAsync("start");
        (await desk.DeskAsync("call-next")).Current.ShouldBe(second.Number);

        var undone = await desk.DeskAsync("undo");

        undone.Current.ShouldBe(first.Number);
        undone.Body.GetProperty("current").GetProperty("state").GetString().ShouldBe("serving");
        undone.Body.GetProperty("waiting")[0].GetProperty("number").GetString().ShouldBe(second.Number);
        (await reception.ScalarAsync<string>($"SELECT v.state FROM visit AS v WHERE v.ticket_id = '{first.Id}'")).ShouldBe("in-service");
        (await reception.ScalarAsync<bool>($"SELECT wait_error_seconds IS NULL FROM ticket WHERE ticket_id = '{second.Id}'")).ShouldBeTrue();
        (await desk.DeskAsync("call-next")).Current.ShouldBe(second.Number);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public async Task Should_do_so_for_30_seconds(int seconds, bool isTaken)
    {
        using var desk = reception.As(await reception.LocalAsync());
        var ticket = await desk.IssueAsync();
        await desk.DeskAsync("open");
        await desk.DeskAsync("call-next");
        await desk.DeskAsync("no-show");
        reception.Clock.Advance(seconds);
        var answer = await desk.PostAsync("/v1/desks/1/undo");
        (isTaken ? answer.Current : answer.Code).ShouldBe(isTaken ? ticket.Number : "nothing-to-undo");
    }

    [Fact]
    public async Task Should_leave_what_somebody_else_has_changed_since()
    {
        using var desk = reception.As(await reception.LocalAsync());
        using var phone = reception.Anybody();
        var ticket = await desk.IssueAsync();
        await desk.DeskAsync("open");
        await desk.DeskAsync("call-next");
        await phone.PostAsync($"/v1/ticket-status/{ticket.Token}/give-up");
        (await desk.PostAsync("/v1/desks/1/undo")).Code.ShouldBe("changed-since");
        (await reception.ScalarAsync<string>($"SELECT end_reason FROM ticket WHERE ticket_id = '{ticket.Id}'")).ShouldBe("gave-up");
    }
}
