using System.Net;
using Cnaim.Messaging;
using Cnaim.OfficeKit;
using Cnaim.Reception.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Reception.Tests.Privacy;

public sealed class When_a_visit_has_a_person(ReceptionFixture reception)
{
    private const string Person = "abcdefghijklmnopqrstuvwxyz";

    [Fact]
    public async Task Should_show_it_to_reception_alone_and_audit_every_look()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre);
        using var tax = reception.As(centre, "office-agent", office: "tax");
        var ticket = await desk.IssueAsync();
        (await desk.PutAsync($"/v1/tickets/{ticket.Id}/person", new { personId = "short" })).Code.ShouldBe("invalid-reception-request");
        (await desk.PutAsync($"/v1/tickets/{ticket.Id}/person", new { personId = Person })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await tax.PutAsync($"/v1/tickets/{ticket.Id}/person", new { personId = Person })).Status.ShouldBe(HttpStatusCode.NotFound);

        (await desk.GetAsync($"/v1/tickets/{ticket.Id}")).Body.GetProperty("personId").GetString().ShouldBe(Person);
        (await tax.GetAsync($"/v1/tickets/{ticket.Id}")).Text.ShouldNotContain(Person);
        (await reception.ListAsync($"SELECT action FROM audit_entry WHERE record_id = '{ticket.Id}' ORDER BY at, action"))
            .ShouldBe(["visit.person-linked", "visit.person-denied", "visit.person-read"], ignoreOrder: true);
        await desk.DeskAsync("open");
        (await desk.DeskAsync("call-next")).Text.ShouldNotContain(Person);
    }

    [Fact]
    public async Task Should_forget_the_person_and_keep_the_number()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre);
        var (erased, other) = (await desk.IssueAsync(), await desk.IssueAsync());
        await desk.PutAsync($"/v1/tickets/{erased.Id}/person", new { personId = "bbbbbbbbbbbbbbbbbbbbbbbbbb" });
        await desk.PutAsync($"/v1/tickets/{other.Id}/person", new { personId = "cccccccccccccccccccccccccc" });
        await using var scope = reception.Services.CreateAsyncScope();
        var transaction = scope.ServiceProvider.GetRequiredService<OfficeTransaction>();
        await transaction.BeginAsync(TestContext.Current.CancellationToken);
        var forgotten = 0L;
        foreach (var feature in scope.ServiceProvider.GetServices<IErasePersonData>())
        {
            forgotten += (await feature.EraseAsync(new ErasureTarget(["bbbbbbbbbbbbbbbbbbbbbbbbbb"], []), TestContext.Current.CancellationToken)).Sum(count => count.Erased);
        }

        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        forgotten.ShouldBe(1);
        (await reception.ListAsync($"SELECT ticket_id::text FROM visit WHERE centre = '{centre}' AND person_ref IS NOT NULL")).ShouldBe([other.Id.ToString()]);
        (await desk.GetAsync($"/v1/tickets/{erased.Id}")).Number.ShouldBe(erased.Number);
    }

    [Fact]
    public async Task Should_forget_the_person_of_visits_whose_term_is_over()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre);
        var (old, young) = (await desk.IssueAsync(), await desk.IssueAsync());
        foreach (var ticket in new[] { old, young })
        {
            await desk.PutAsync($"/v1/tickets/{ticket.Id}/person", new { personId = Person });
            await desk.PostAsync($"/v1/tickets/{ticket.Id}/give-up");
        }

        await reception.ExecuteAsync($"UPDATE visit SET left_at = left_at - interval '13 months' WHERE ticket_id = '{old.Id}'");
        await using var scope = reception.Services.CreateAsyncScope();
        var transaction = scope.ServiceProvider.GetRequiredService<OfficeTransaction>();
        await transaction.BeginAsync(TestContext.Current.CancellationToken);
        var visits = scope.ServiceProvider.GetServices<IRetainRecords>().Single(record => record.Category is "visits");
        var before = TestClock.Morning.AddMonths(-12);
        (await visits.CountAsync(before, TestContext.Current.CancellationToken)).Due.ShouldBe(1);
        (await visits.EraseAsync(Guid.NewGuid(), before, 100, TestContext.Current.CancellationToken)).ShouldBe(1);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        (await reception.ListAsync($"SELECT ticket_id::text FROM visit WHERE centre = '{centre}' AND person_ref IS NOT NULL")).ShouldBe([young.Id.ToString()]);
    }
}
