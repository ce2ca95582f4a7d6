using System.Net;
using System.Text.Json;
using Cnaim.Offices.Tests.Support;
using Cnaim.Tax;

namespace Cnaim.Offices.Tests.Cases;

public sealed class When_a_case_is_worked_on(OfficeNetwork network)
{
    private const string Request = "tax.nif";

    [Fact]
    public async Task Should_move_as_the_table_says_and_name_the_moves_it_allows()
    {
        var (_, desk) = await StartAsync();
        var path = $"/v1/cases/{await desk.OpenCaseAsync(Request)}";

        (await desk.DoAsync(path + "/wait-person")).GetProperty("state").GetString().ShouldBe("waiting-person");
        (await desk.DoAsync(path + "/resume")).GetProperty("state").GetString().ShouldBe("open");
        (await desk.DoAsync(path + "/close", new { reason = "solved" })).GetProperty("closeReason").GetString().ShouldBe("solved");
        using var refused = await desk.PostNewAsync(path + "/wait-person");
        (await desk.DoAsync(path + "/reopen")).GetProperty("closedAt").ValueKind.ShouldBe(JsonValueKind.Null);

        var problem = await refused.ProblemAsync(HttpStatusCode.Conflict, "case-move-not-allowed");
        problem.GetProperty("allowed").EnumerateArray().Select(action => action.GetString()).ShouldBe(["reopen"]);
    }

    [Fact]
    public async Task Should_close_only_with_a_reason()
    {
        var (_, desk) = await StartAsync();
        var path = $"/v1/cases/{await desk.OpenCaseAsync(Request)}";

        using var without = await desk.PostNewAsync(path + "/close");
        using var unknown = await desk.PostNewAsync(path + "/close", new { reason = "tired" });

        await without.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-close-reason");
        await unknown.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-close-reason");
    }

    [Fact]
    public async Task Should_need_the_version_that_was_read_to_record_a_law()
    {
        var (_, desk) = await StartAsync();
        var path = $"/v1/cases/{await desk.OpenCaseAsync(Request)}";
        using var read = await desk.LookAsync(path);
        var tag = read.Headers.ETag.ShouldNotBeNull().Tag;

        using var blind = await desk.PutAsync(path + "/legal-basis", new { legalBasis = "Lei 15/2014" });
        using var kept = await desk.PutAsync(path + "/legal-basis", new { legalBasis = "Lei 15/2014" }, tag);
        using var stale = await desk.PutAsync(path + "/legal-basis", new { legalBasis = "" }, tag);
        using var older = await desk.PutAsync(path + "/legal-basis", new { legalBasis = "Lei 1/2000" }, tag);

        await blind.ProblemAsync(HttpStatusCode.PreconditionRequired, "if-match-required");
        (await kept.JsonAsync(HttpStatusCode.OK)).GetProperty("legalBasis").GetString().ShouldBe("Lei 15/2014");
        await stale.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-legal-basis");
        await older.ProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Fact]
    public async Task Should_be_listed_page_by_page_at_its_own_centre_and_each_page_be_audited()
    {
        var (tax, _) = await StartAsync();
        using var desk = tax.At("cnaim-faro");
        var opened = new List<Guid> { await desk.OpenCaseAsync(Request), await desk.OpenCaseAsync(Request), await desk.OpenCaseAsync(Request) };

        var first = await PageAsync(desk, "/v1/cases?limit=2");
        var second = await PageAsync(desk, "/v1/cases?limit=2&after=" + Uri.EscapeDataString(first.GetProperty("next").GetString()!));

        Ids(first).Concat(Ids(second)).ShouldBe(Enumerable.Reverse(opened));
        var audited = await tax.TextsAsync("SELECT detail ->> 'count' FROM audit_entry WHERE action = 'case.listed' AND record_id = 'cnaim-faro' ORDER BY entry_id");
        audited.ShouldBe(["2", "1"]);
    }

    [Fact]
    public async Task Should_be_hidden_from_another_centre_and_the_look_be_audited()
    {
        var (tax, desk) = await StartAsync();
        var id = await desk.OpenCaseAsync(Request);
        using var elsewhere = tax.At("cnaim-porto");

        using var read = await desk.LookAsync($"/v1/cases/{id}");
        using var hidden = await elsewhere.LookAsync($"/v1/cases/{id}");
        using var moved = await elsewhere.PostNewAsync($"/v1/cases/{id}/wait-person");

        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        await hidden.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        await moved.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        (await tax.AuditedAsync(id.ToString())).ShouldBe(["case.opened", "case.read", "case.read-denied"]);
    }

    [Fact]
    public async Task Should_refuse_a_request_of_another_office_and_name_every_error()
    {
        var (_, desk) = await StartAsync();

        using var refused = await desk.PostNewAsync("/v1/cases", new { personId = "x", request = "health.user-number" });

        var errors = (await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-case")).GetProperty("errors");
        errors.EnumerateObject().Select(error => error.Name).ShouldBe(["personId", "request"], ignoreOrder: true);
    }

    private static IEnumerable<Guid> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid());

    private static async Task<JsonElement> PageAsync(HttpClient desk, string path)
    {
        using var response = await desk.LookAsync(path);
        return await response.JsonAsync(HttpStatusCode.OK);
    }

    private async Task<(OfficeHost<TaxService> Tax, HttpClient Desk)> StartAsync()
    {
        var tax = await network.StartAsync<TaxService>("tax");
        return (tax, tax.At("cnaim-lisboa"));
    }
}
