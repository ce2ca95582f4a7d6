using System.Net;
using Cnaim.FamilyReunification;
using Cnaim.Health;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;
using Cnaim.Testing.Plans;

namespace Cnaim.Offices.Tests.Rights;

/// <summary>Every read by id of the document: another centre's record and a missing one take the same statements and plans, and either look is audited.</summary>
public sealed class When_a_record_is_hidden(OfficeNetwork network)
{
    private const string Here = "cnaim-lisboa";
    private const string There = "cnaim-guarda";

    // Reference data; and a list that is empty for a person without records as for one who does not exist.
    private static readonly string[] NoRecord = ["/v1/health-centres/{municipality}", "/v1/audit/persons/{personRef}"];

    [Fact]
    public async Task Should_be_like_a_missing_one_at_an_agency()
    {
        var office = await network.StartAsync<HealthService>("health");
        var reception = await network.StartAsync<ReceptionService>("reception");
        using var desk = reception.At(Here);
        using var agent = office.At(Here);
        var referral = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.user-number"));
        await agent.UntilAsync(referral, "requested");
        using var received = await agent.ReadAsync(referral);
        var caseId = (await received.JsonAsync(HttpStatusCode.OK)).GetProperty("caseId").GetGuid();
        using var asked = await agent.PostNewAsync($"/v1/health-user-numbers/{caseId}");
        asked.StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var appointment = await BookAsync(office);

        await CompareAsync<HealthService>(
            "health",
            path => path.Contains("/referrals/", StringComparison.Ordinal) ? referral : path.Contains("/appointments/", StringComparison.Ordinal) ? appointment : caseId,
            reads: 7);
    }

    [Fact]
    public async Task Should_be_like_a_missing_one_at_a_support_office()
    {
        var office = await network.StartAsync<FamilyReunificationService>("family-reunification");
        using var desk = office.At(Here);
        var caseId = await desk.OpenCaseAsync(ServiceCatalogue.Embedded.RequestsOf("family-reunification")[0]);

        var appointment = await BookAsync(office);

        await CompareAsync<FamilyReunificationService>("family-reunification", path => path.Contains("/appointments/", StringComparison.Ordinal) ? appointment : caseId, reads: 7);
    }

    private static async Task<Guid> BookAsync<TMarker>(OfficeHost<TMarker> office)
        where TMarker : class
    {
        using var coordinator = office.At(Here, "coordinator");
        var calendar = await coordinator.AddCounterAsync("hidden");
        return (await coordinator.BookAsync(AppointmentApi.Wish((await coordinator.FreeAsync(calendar))[0], calendar))).Id();
    }

    private async Task CompareAsync<TMarker>(string code, Func<string, Guid> hidden, int reads)
        where TMarker : class
    {
        await using var watched = await WatchedOffice<TMarker>.StartAsync(code, network);
        using var elsewhere = watched.Replica.At(There);
        var compare = new HiddenAndMissing(watched.Plans, elsewhere, async () => long.Parse(
            (await watched.Replica.TextsAsync("SELECT count(*)::text FROM audit_entry WHERE centre = @centre", ("centre", There)))[0], provider: null));
        var paths = DocumentedPaths.Reads(code).Where(path => path.Contains('{', StringComparison.Ordinal) && !NoRecord.Contains(path)).ToList();
        paths.Count.ShouldBe(reads);
        foreach (var path in paths)
        {
            (await compare.DifferenceAsync(() => Fill(path, hidden(path)), () => Fill(path, Guid.CreateVersion7()))).ShouldBeNull(path);
        }
    }

    private static string Fill(string path, Guid id) => string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? id + part[(part.IndexOf('}', StringComparison.Ordinal) + 1)..] : part));
}
