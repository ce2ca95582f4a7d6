using System.Net;
using Cnaim.Reception.Tests.Support;

namespace Cnaim.Reception.Tests.Tickets;

/// <summary>The token on the slip.</summary>
public sealed class When_a_holder_looks(ReceptionFixture reception)
{
    [Fact]
    public async Task Should_show_the_place_and_the_desk()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre);
        using var phone = reception.Anybody();
        await desk.IssueAsync();
        var ticket = await desk.IssueAsync();

        (await phone.GetAsync($"/v1/ticket-status/{ticket.Token}")).Body.GetProperty("ahead").GetInt32().ShouldBe(1);
        await desk.DeskAsync("open");
        await desk.DeskAsync("call-next");
        (await desk.DeskAsync("call-next")).Current.ShouldBe(ticket.Number);
        var called = await phone.GetAsync($"/v1/ticket-status/{ticket.Token}");
        (called.Body.GetProperty("state").GetString(), called.Body.GetProperty("desk").GetString()).ShouldBe(("called", "1"));
        called.Text.ShouldNotContain("welcome");
    }

    [Fact]
    public async Task Should_answer_unknown_used_and_expired_tokens_alike()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre);
        using var phone = reception.Anybody();
        var (used, expired) = (await desk.IssueAsync(), await desk.IssueAsync());
        (await phone.PostAsync($"/v1/ticket-status/{used.Token}/give-up")).Status.ShouldBe(HttpStatusCode.NoContent);
        reception.Clock.Advance(TimeSpan.FromHours(9));

        string[] tokens = [used.Token, expired.Token, "AAAAAAAAAAAAAAAAAAAAAA", "x", new string('y', 500)];
        foreach (var token in tokens)
        {
            foreach (var answer in new[] { await phone.GetAsync($"/v1/ticket-status/{token}"), await phone.GetAsync($"/v1/ticket-status/{token}/events"), await phone.PostAsync($"/v1/ticket-status/{token}/more-time") })
            {
                (answer.Status, answer.Code, WithoutTrace(answer)).ShouldBe((HttpStatusCode.NotFound, "not-active", WithoutTrace(await phone.GetAsync("/v1/ticket-status/AAAAAAAAAAAAAAAAAAAAAA"))));
            }
        }
    }

    [Fact]
    public async Task Should_give_more_time_once_and_not_be_called_before()
    {
        using var desk = reception.As(await reception.LocalAsync());
        using var phone = reception.Anybody();
        var (first, second) = (await desk.IssueAsync(), await desk.IssueAsync());
        await desk.DeskAsync("open");
        (await desk.DeskAsync("call-next")).Current.ShouldBe(first.Number);
        (await phone.PostAsync($"/v1/ticket-status/{first.Token}/more-time")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await desk.DeskAsync("call-next")).Current.ShouldBe(second.Number);
        (await desk.DeskAsync("call-next")).Current.ShouldBeNull();
        reception.Clock.Advance(300);
        (await desk.DeskAsync("call-next")).Current.ShouldBe(first.Number);
        (await phone.PostAsync($"/v1/ticket-status/{first.Token}/more-time")).Code.ShouldBe("more-time-used");
    }

    private static string WithoutTrace(Answer answer) => string.Join(',', answer.Body.EnumerateObject().Where(member => member.Name is not "traceId" and not "instance").Select(member => member.ToString()));
}
