using System.Net;
using Cnaim.Contracts.Commands;
using Cnaim.Health;
using Cnaim.Offices.Tests.Support;

namespace Cnaim.Offices.Tests.Health;

public sealed class When_the_register_confirms_a_number(OfficeNetwork network)
{
    private const string Register = "health-register";

    [Fact]
    public async Task Should_mark_it_as_issued_and_tell_the_network()
    {
        var (health, desk, caseId) = await StartAsync();
        using var asked = await desk.PostNewAsync($"/v1/health-user-numbers/{caseId}");
        asked.StatusCode.ShouldBe(HttpStatusCode.Accepted);

        await network.SayAsync(Register, "health", caseId, Confirmation(caseId));

        await Wait.UntilAsync(() => IsIssuedAsync(desk, caseId), "the number to be issued");
        var sent = await health.SentAsync(caseId);
        sent.Select(message => message.Type).ShouldBe(["pt.cnaim.health-user-number.requested.v1", "pt.cnaim.health-user-number.confirmed.v1"]);
        sent.ShouldAllBe(message => message.Body.EnumerateObject().Count() == 3, "case, centre, time and nothing else");
        (await health.AuditedAsync(caseId.ToString())).ShouldContain("health-user-number.confirmed");
    }

    [Fact]
    public async Task Should_refuse_a_number_that_nobody_asked_for()
    {
        var (health, desk, caseId) = await StartAsync();

        await network.SayAsync(Register, "health", caseId, Confirmation(caseId));

        await Wait.UntilAsync(async () => (await health.SentAsync(caseId, Register)).Count == 1, "the refusal");
        var refusal = (await health.SentAsync(caseId, Register))[0];
        refusal.Type.ShouldBe("pt.cnaim.command.command-refused.v1");
        refusal.Body.GetProperty("code").GetString().ShouldBe("health-number-not-requested");
        (await IsIssuedAsync(desk, caseId)).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_not_believe_an_office_that_says_so()
    {
        var (health, desk, caseId) = await StartAsync();
        using var asked = await desk.PostNewAsync($"/v1/health-user-numbers/{caseId}");

        await network.SayAsync("tax", "health", caseId, Confirmation(caseId));

        await Wait.UntilAsync(
            async () => (await health.TextsAsync("SELECT reason FROM messaging.parked WHERE stream_id = @caseId", ("caseId", caseId))).Contains("bad_sender", StringComparer.Ordinal), "the message to be put aside");
        (await IsIssuedAsync(desk, caseId)).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_audit_who_looks()
    {
        var (health, desk, caseId) = await StartAsync();
        using var elsewhere = health.At("cnaim-porto");

        using var read = await desk.LookAsync($"/v1/health-user-numbers/{caseId}");
        using var denied = await elsewhere.LookAsync($"/v1/health-user-numbers/{caseId}");

        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        await denied.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        (await health.AuditedAsync(caseId.ToString())).TakeLast(2).ShouldBe(["health-user-number.read", "health-user-number.read-denied"]);
    }

    private static ConfirmHealthUserNumber Confirmation(Guid caseId) => new() { CaseId = caseId, IssuedAt = TimeProvider.System.GetUtcNow() };

    private static async Task<bool> IsIssuedAsync(HttpClient desk, Guid caseId)
    {
        using var response = await desk.LookAsync($"/v1/health-user-numbers/{caseId}");
        return (await response.JsonAsync(HttpStatusCode.OK)).GetProperty("isIssued").GetBoolean();
    }

    private async Task<(OfficeHost<HealthService> Health, HttpClient Desk, Guid CaseId)> StartAsync()
    {
        var health = await network.StartAsync<HealthService>("health");
        var desk = health.At("cnaim-lisboa");
        return (health, desk, await desk.OpenCaseAsync("health.user-number"));
    }
}
