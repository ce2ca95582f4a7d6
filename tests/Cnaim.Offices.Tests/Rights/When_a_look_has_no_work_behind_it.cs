using System.Net;
using System.Text.Json;
using Cnaim.Offices.Tests.Support;
using Cnaim.Tax;

namespace Cnaim.Offices.Tests.Rights;

/// <summary>U3: the trail names the ticket, case or referral for which somebody looked, and tells an auditor where none was named.</summary>
public sealed class When_a_look_has_no_work_behind_it(OfficeNetwork network)
{
    private const string Centre = "cnaim-porto";
    private const string Referral = "referral:0198f3f0-5e5b-7d62-8f2c-2f0f6f1f9c11";

    [Theory]
    [InlineData(null, true)]
    [InlineData("curiosity", true)]
    [InlineData("ticket", false)]
    [InlineData(Referral, false)]
    public async Task Should_be_told_to_an_auditor_and_no_other(string? behind, bool isTold)
    {
        var tax = await network.StartAsync<TaxService>("tax");
        var (appointment, person) = await BookAsync(tax);
        using var auditor = tax.At("", "auditor", office: "identity");
        var before = (await ReadsAsync(auditor)).Count;
        using var agent = tax.At(Centre, behind: behind);

        await agent.AppointmentAsync(appointment);

        var reads = await ReadsAsync(auditor);
        reads.Count.ShouldBe(isTold ? before + 1 : before);
        if (isTold)
        {
            (reads[0].Text("action"), reads[0].Text("role"), reads[0].Text("recordKind"), reads[0].Text("centre")).ShouldBe(("appointment.read", "office-agent", "appointment", Centre));
            reads[0].GetRawText().ShouldNotContain(appointment.ToString());
        }

        using var asks = tax.At(Centre, "focal-point");
        using var shown = await asks.LookAsync($"/v1/audit/persons/{person}");
        var look = (await shown.JsonAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray().First(item => item.Text("action") is "appointment.read");
        (look.TryGetProperty("behind", out var named) ? named.GetString() : null).ShouldBe(isTold ? null : behind);
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("office-agent")]
    [InlineData("administrator")]
    public async Task Should_not_be_shown_to_who_is_no_auditor(string role)
    {
        var tax = await network.StartAsync<TaxService>("tax");
        using var caller = tax.At(Centre, role);
        using var answer = await caller.LookAsync("/v1/audit/unexplained-reads");
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Should_be_a_look_itself_and_take_a_period_that_is_one()
    {
        var tax = await network.StartAsync<TaxService>("tax");
        using var auditor = tax.At("", "auditor", office: "identity");
        await ReadsAsync(auditor);
        (await tax.AuditedAsync("unexplained-reads")).ShouldContain("audit.shown");
        foreach (var query in new[] { "days=0", "days=400", "after=x" })
        {
            using var wrong = await auditor.LookAsync("/v1/audit/unexplained-reads?" + query);
            wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    private static async Task<(Guid Appointment, string Person)> BookAsync(OfficeHost<TaxService> tax)
    {
        using var coordinator = tax.At(Centre, "coordinator");
        var calendar = await coordinator.AddCounterAsync("look " + Guid.NewGuid().ToString("N")[..6]);
        var person = ReferralApi.NewPerson();
        return ((await coordinator.BookAsync(AppointmentApi.Wish((await coordinator.FreeAsync(calendar))[0], calendar, person))).Id(), person);
    }

    private static async Task<List<JsonElement>> ReadsAsync(HttpClient auditor)
    {
        using var response = await auditor.LookAsync("/v1/audit/unexplained-reads?days=1");
        return [.. (await response.JsonAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray()];
    }
}
