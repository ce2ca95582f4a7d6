using System.Net;
using Cnaim.Offices.Tests.Support;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.Reception;

namespace Cnaim.Offices.Tests.Conformance;

/// <summary>What every office promises, on its own process, database and queue. Derived once per office.</summary>
/// <typeparam name="TMarker">Any class of the office's assembly.</typeparam>
public abstract class OfficeConformance<TMarker>(string code, OfficeNetwork network)
    where TMarker : class
{
    private const string Lisbon = "cnaim-lisboa";

    // What the office is, counts of beds, and free times.
    private static readonly string[] WithoutPersonalData = ["/v1/office", "/v1/places", "/v1/slots", "/v1/appointment-centres", "/v1/health-centres/{municipality}"];

    /// <summary>Who takes a referral first.</summary>
    protected virtual string AgentRole => "office-agent";

    private string FirstRequest => ServiceCatalogue.Embedded.RequestsOf(code)[0];

    [Fact]
    public async Task Should_take_a_referral_to_its_end_and_tell_the_sender()
    {
        var (desk, agent) = await StartAsync();
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), code, FirstRequest));
        await agent.UntilAsync(id, "requested");

        await agent.MoveAsync(id, "accept");
        await agent.MoveAsync(id, "hold", new { statusReason = "missing-document" });
        await agent.MoveAsync(id, "resume");
        await agent.MoveAsync(id, "complete", new { outcome = "helped", results = ServiceCatalogue.Embedded.Find(FirstRequest)!.Outcomes.Take(1) });

        await desk.UntilAsync(id, "completed");
    }

    [Fact]
    public async Task Should_refuse_a_move_that_the_table_does_not_have()
    {
        var (desk, agent) = await StartAsync();
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), code, FirstRequest));
        await agent.UntilAsync(id, "requested");

        using var refused = await agent.ActAsync(id, "complete", new { outcome = "helped" });

        var problem = await refused.ProblemAsync(HttpStatusCode.Conflict, "move-not-allowed");
        problem.GetProperty("allowed").EnumerateArray().Select(action => action.GetString()).ShouldBe(["accept", "reject", "cancel"], ignoreOrder: true);
    }

    /// <summary>Every GET of the office's document is tried at a centre that nobody else uses: a look that leaves no audit entry is found here, in an endpoint of tomorrow too.</summary>
    [Fact]
    public async Task Should_audit_every_look_whether_it_is_granted_or_denied()
    {
        var office = await network.StartAsync<TMarker>(code);
        foreach (var path in DocumentedPaths.Reads(code).Except(WithoutPersonalData, StringComparer.Ordinal))
        {
            var centre = "cnaim-" + Guid.NewGuid().ToString("N");
            var (may, mayNot) = path switch
            {
                "/v1/audit/unexplained-reads" => ("auditor", "office-agent"),
                _ when path.StartsWith("/v1/audit/", StringComparison.Ordinal) => ("focal-point", "auditor"),
                _ => ("coordinator", "auditor"),
            };
            using var known = office.At(centre, may);
            using var unknown = office.At(centre, mayNot);
            using var looked = await known.LookAsync(DocumentedPaths.Fill(path));
            using var denied = await unknown.LookAsync(DocumentedPaths.Fill(path));

            denied.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
            var audited = await office.TextsAsync("SELECT action FROM audit_entry WHERE centre = @centre ORDER BY entry_id", ("centre", centre));
            audited.Count.ShouldBe(2, $"GET {path} answered {(int)looked.StatusCode}");
            audited[1].ShouldBe("access.denied");
        }
    }

    [Fact]
    public async Task Should_hide_a_referral_from_another_centre()
    {
        var (desk, agent) = await StartAsync();
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), code, FirstRequest));
        await agent.UntilAsync(id, "requested");
        var office = await network.StartAsync<TMarker>(code);
        using var elsewhere = office.At("cnaim-porto", AgentRole);

        using var hidden = await elsewhere.ReadAsync(id);
        using var missing = await elsewhere.ReadAsync(Guid.CreateVersion7());

        await hidden.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        await missing.ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Should_admit_only_its_own_staff()
    {
        var office = await network.StartAsync<TMarker>(code);
        using var stranger = office.At(Lisbon, office: "reception");
        using var nobody = office.Anonymous();

        using var forbidden = await stranger.ReadAsync(Guid.CreateVersion7());
        using var unknown = await nobody.ReadAsync(Guid.CreateVersion7());

        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        unknown.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<(HttpClient Desk, HttpClient Agent)> StartAsync()
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        var office = await network.StartAsync<TMarker>(code);
        return (reception.At(Lisbon, "reception"), office.At(Lisbon, AgentRole));
    }
}
