using System.Net;
using System.Text.Json.Nodes;
using Cnaim.Screening.V1;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_glass_is_broken(ScreeningPlatform platform)
{
    private const string List = "/v1/emergency-access";

    [Fact]
    public async Task Should_open_what_saves_somebody_and_no_more_and_audit_each_read()
    {
        var (number, _) = await PersonAsync();
        using var agent = platform.Client("health", role: "office-agent");
        var id = await OpenAsync(agent, number);
        var (status, record, _) = await agent.SendAsync(HttpMethod.Get, $"{List}/{id}/record");
        await agent.SendAsync(HttpMethod.Get, $"{List}/{id}/record");
        status.ShouldBe(HttpStatusCode.OK);
        ((string)record["givenNames"]![0]!).ShouldBe("Rosmaninho");
        record["answers"]!.AsObject().Select(answer => answer.Key).ShouldBe(["pregnancy", "household-size", "municipality"], ignoreOrder: true);
        (await platform.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'emergency-access.read' AND record_id = $1 AND purpose = 'emergency'", id)).ShouldBe(2);
    }

    [Fact]
    public async Task Should_open_a_protected_record_too()
    {
        var (number, person) = await PersonAsync();
        using var mediator = platform.Client();
        await mediator.PostAsync($"/v1/people/{person}/protect", new { staff = new[] { "x" } }, HttpStatusCode.OK);
        using var agent = platform.Client("health", role: "office-agent");
        (await agent.SendAsync(HttpMethod.Get, $"{List}/{await OpenAsync(agent, number)}/record")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_be_over_after_sixty_minutes_and_read_by_nobody_else()
    {
        var (number, _) = await PersonAsync();
        using var agent = platform.Client("health", role: "office-agent");
        using var colleague = platform.Client("health", role: "coordinator");
        var id = await OpenAsync(agent, number);
        (await colleague.SendAsync(HttpMethod.Get, $"{List}/{id}/record")).Status.ShouldBe(HttpStatusCode.NotFound);
        await platform.ExecuteAsync("UPDATE emergency_access SET expires_at = expires_at - interval '60 minutes' WHERE emergency_access_id = $1", Guid.Parse(id));
        (await agent.SendAsync(HttpMethod.Get, $"{List}/{id}/record")).Body.Code().ShouldBe("emergency-access-not-found");
        (await platform.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'emergency-access.read-denied' AND record_id = $1", id)).ShouldBe(2);
    }

    [Fact]
    public async Task Should_never_open_for_borders_whether_the_person_exists_or_not()
    {
        var (number, _) = await PersonAsync();
        using var borders = platform.Client("borders", role: "office-agent");
        var known = await borders.PostAsync(List, Input(number), HttpStatusCode.Forbidden);
        var unknown = await borders.PostAsync(List, Input("L-2026-999999-0"), HttpStatusCode.Forbidden);
        known.Code().ShouldBe("not-permitted");
        unknown.Code().ShouldBe("not-permitted");
        (await Should.ThrowAsync<RpcException>(async () => await new V1.People.PeopleClient(platform.Channel("borders", "cnaim-lisboa", "office-agent"))
            .EmergencyAccessAsync(new EmergencyAccessRequest { ProcessNumber = number, Reason = "danger-to-life", Note = "?" }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Should_open_for_no_service_on_its_own_behalf()
    {
        var (number, _) = await PersonAsync();
        var people = new V1.People.PeopleClient(platform.Channel("health"));
        (await Should.ThrowAsync<RpcException>(async () => await people.EmergencyAccessAsync(
            new EmergencyAccessRequest { ProcessNumber = number, Reason = "danger-to-life", Note = "?" }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Should_be_confirmed_by_a_second_person_of_the_centre_once()
    {
        var (number, _) = await PersonAsync();
        using var agent = platform.Client("health", role: "office-agent");
        using var second = platform.Client("health", role: "focal-point");
        using var elsewhere = platform.Client("health", "cnaim-porto", "coordinator");
        var id = await OpenAsync(agent, number);
        (await agent.PostAsync($"{List}/{id}/confirm", new { justified = true }, HttpStatusCode.Forbidden)).Code().ShouldBe("second-person-needed");
        (await elsewhere.PostAsync($"{List}/{id}/confirm", new { justified = true }, HttpStatusCode.NotFound)).Code().ShouldBe("emergency-access-not-found");
        var view = await second.PostAsync($"{List}/{id}/confirm", new { justified = true }, HttpStatusCode.OK);
        ((string)view["verdict"]!).ShouldBe("justified");
        ((string)view["note"]!).ShouldBe("Found unconscious");
        (await second.PostAsync($"{List}/{id}/confirm", new { justified = false }, HttpStatusCode.Conflict)).Code().ShouldBe("emergency-access-closed");
    }

    [Fact]
    public async Task Should_end_at_once_when_the_second_person_says_no_and_be_reported()
    {
        var (number, _) = await PersonAsync();
        using var agent = platform.Client("health", role: "office-agent");
        using var second = platform.Client("health", role: "focal-point");
        var id = await OpenAsync(agent, number);
        (await ReportedAsync()).ShouldNotContain(id);
        await second.PostAsync($"{List}/{id}/confirm", new { justified = false }, HttpStatusCode.OK);
        (await agent.SendAsync(HttpMethod.Get, $"{List}/{id}/record")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ReportedAsync()).ShouldContain(id);
    }

    [Fact]
    public async Task Should_be_reported_when_nobody_confirmed_in_24_hours()
    {
        var (number, _) = await PersonAsync();
        using var agent = platform.Client("health", role: "office-agent");
        using var second = platform.Client("health", role: "focal-point");
        var id = await OpenAsync(agent, number);
        await platform.ExecuteAsync("UPDATE emergency_access SET confirm_by = confirm_by - interval '24 hours' WHERE emergency_access_id = $1", Guid.Parse(id));
        (await ReportedAsync()).ShouldContain(id);
        (await second.PostAsync($"{List}/{id}/confirm", new { justified = true }, HttpStatusCode.Conflict)).Code().ShouldBe("emergency-access-closed");
    }

    [Fact]
    public async Task Should_be_told_to_the_person_once()
    {
        var (number, person) = await PersonAsync();
        using var agent = platform.Client("health", role: "office-agent");
        using var mediator = platform.Client();
        await OpenAsync(agent, number);
        var (_, notices, _) = await mediator.SendAsync(HttpMethod.Get, $"/v1/people/{person}/notices");
        var notice = notices["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)notice["office"]!).ShouldBe("health");
        notice["givenAt"].ShouldBeNull();
        await mediator.PostAsync($"/v1/people/{person}/notices/{notice["noticeId"]}/give", new { }, HttpStatusCode.OK);
        (await mediator.PostAsync($"/v1/people/{person}/notices/{notice["noticeId"]}/give", new { }, HttpStatusCode.NotFound)).Code().ShouldBe("notice-not-found");
    }

    [Fact]
    public async Task Should_keep_the_note_unreadable_in_the_database()
    {
        var (number, _) = await PersonAsync();
        using var agent = platform.Client("health", role: "office-agent");
        var id = await OpenAsync(agent, number);
        System.Text.Encoding.UTF8.GetString(await platform.ScalarAsync<byte[]>("SELECT note FROM emergency_access WHERE emergency_access_id = $1", Guid.Parse(id))).ShouldNotContain("unconscious");
    }

    [Theory]
    [InlineData("curiosity", "why not", "reason")]
    [InlineData("danger-to-life", " ", "note")]
    public async Task Should_need_a_reason_and_words(string reason, string note, string member)
    {
        using var agent = platform.Client("health", role: "office-agent");
        (await agent.PostAsync(List, new { processNumber = "L-2026-000001-1", reason, note }, HttpStatusCode.UnprocessableEntity)).Errors().ShouldBe([member]);
    }

    private static object Input(string processNumber) => new { processNumber, reason = "danger-to-life", note = "Found unconscious" };

    private static async Task<string> OpenAsync(HttpClient agent, string number) => (string)(await agent.PostAsync(List, Input(number)))["id"]!;

    private async Task<string[]> ReportedAsync()
    {
        using var officer = platform.Client("network", "network", "data-protection-officer");
        var (_, page, _) = await officer.SendAsync(HttpMethod.Get, "/v1/data-protection/emergency-accesses");
        page.ToJsonString().ShouldNotContain("unconscious");
        return [.. page["items"]!.AsArray().Select(item => (string)item!["id"]!)];
    }

    private async Task<(string Number, string Person)> PersonAsync()
    {
        using var mediator = platform.Client();
        JsonObject person = await mediator.PostAsync("/v1/people", new { givenNames = "Rosmaninho" });
        var id = (string)person["id"]!;
        var interview = await mediator.StartInterviewAsync(id);
        await mediator.AnswerAsync(interview, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["municipality"] = "Lisboa",
            ["residence-status"] = "undocumented",
            ["pregnancy"] = "yes",
            ["household-size"] = 3,
        });
        return ((string)person["processNumber"]!, id);
    }
}
