using System.Net;
using Cnaim.FamilyReunification;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.Offices.Tests.Support;

namespace Cnaim.Offices.Tests.FamilyReunification;

public sealed class When_a_dossier_is_saved(OfficeNetwork network)
{
    private static readonly object Household = new { monthlyIncome = 1200, relatives = new[] { new { isAdult = true, alreadyInHousehold = false } } };

    [Fact]
    public async Task Should_need_the_version_that_was_read()
    {
        var (_, desk, path) = await StartAsync();
        using var empty = await desk.LookAsync(path);
        empty.Headers.ETag.ShouldNotBeNull().Tag.ShouldBe("\"0\"");

        using var blind = await desk.PutAsync(path, Household);
        using var first = await desk.PutAsync(path, Household, "\"0\"");
        using var stale = await desk.PutAsync(path, Household, "\"0\"");
        using var second = await desk.PutAsync(path, Household, first.Headers.ETag.ShouldNotBeNull().Tag);

        await blind.ProblemAsync(HttpStatusCode.PreconditionRequired, "if-match-required");
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        await stale.ProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
        second.Headers.ETag.ShouldNotBeNull().Tag.ShouldBe("\"2\"");
    }

    [Fact]
    public async Task Should_refuse_a_closed_case_before_a_stale_version()
    {
        var (_, desk, path) = await StartAsync();
        await desk.DoAsync($"/v1/cases/{Path.GetFileName(path)}/close", new { reason = "solved" });

        using var refused = await desk.PutAsync(path, Household, "\"9\"");

        await refused.ProblemAsync(HttpStatusCode.Conflict, "case-closed");
    }

    [Fact]
    public async Task Should_tell_the_network_nothing_of_the_household()
    {
        var (office, desk, path) = await StartAsync();

        using var saved = await desk.PutAsync(path, Household, "\"0\"");

        var (type, body) = (await office.SentAsync(Guid.Parse(Path.GetFileName(path)))).ShouldHaveSingleItem();
        type.ShouldBe("pt.cnaim.family-dossier.saved.v1");
        body.EnumerateObject().Select(member => member.Name).ShouldBe(["caseId", "centre", "occurredAt"], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_audit_every_read_and_every_denied_read()
    {
        var (office, desk, path) = await StartAsync();
        using var elsewhere = office.At("cnaim-porto");

        using var read = await desk.LookAsync(path);
        await desk.DoAsync(path + "/assessment");
        using var denied = await elsewhere.LookAsync(path);

        await denied.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        (await office.AuditedAsync(Path.GetFileName(path))).TakeLast(3).ShouldBe(["dossier.read", "dossier.assessed", "dossier.read-denied"]);
    }

    private async Task<(OfficeHost<FamilyReunificationService> Office, HttpClient Desk, string Dossier)> StartAsync()
    {
        var office = await network.StartAsync<FamilyReunificationService>("family-reunification");
        var desk = office.At("cnaim-lisboa");
        return (office, desk, $"/v1/dossiers/{await desk.OpenCaseAsync(ServiceCatalogue.Embedded.RequestsOf("family-reunification")[0])}");
    }
}
