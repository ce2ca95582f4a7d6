using System.Net;
using Cnaim.Screening.V1;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_a_disclosure_is_decided(ScreeningPlatform platform)
{
    private V1.Disclosures.DisclosuresClient Sender => new(platform.Channel("reception"));

    [Fact]
    public async Task Should_deny_by_default_and_alike_whether_the_person_exists()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        (await DecideAsync(person)).Denial.Code.ShouldBe("consent-missing");
        (await DecideAsync(new string('a', 26))).Denial.Code.ShouldBe("consent-missing");
        (await CountAsync("SELECT count(*) FROM audit_entry WHERE action = 'disclosure.denied' AND detail->>'person' = $1", person)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_permit_what_the_person_agreed_to_under_the_receivers_own_reference()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        await client.ConsentAsync(person, ["health"], ["identity", "contact", "health"]);
        var permit = (await DecideAsync(person, issues: ["health.pregnancy", "labour.unpaid-wages"])).Permit;
        permit.Categories.ShouldBe(["identity", "contact"]);
        permit.ReceiverRef.ShouldMatch("^[a-z2-7]{26}$");
        permit.ReceiverRef.ShouldNotBe(person);
        permit.Issues.ShouldBe(["health.pregnancy"]);
        (await CountAsync("SELECT count(*) FROM audit_entry WHERE action = 'disclosure.permitted' AND record_id = $1", permit.DisclosureId)).ShouldBe(1);
    }

    [Theory]
    [InlineData("social-security", "cnaim-lisboa", "resolve-issue", "social-security.niss", "consent-missing")]
    [InlineData("health", "cnaim-lisboa", "statistics", "health.user-number", "consent-missing")]
    [InlineData("health", "cnaim-lisboa", "resolve-issue", "social-security.niss", "request-unknown")]
    [InlineData("health", "cnaim-lisboa", "resolve-issue", "health.no-such", "request-unknown")]
    public async Task Should_deny_another_receiver_purpose_or_request(string receiver, string centre, string purpose, string request, string code)
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        await client.ConsentAsync(person, ["health"]);
        (await DecideAsync(person, receiver, centre, purpose, request)).Denial.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Should_never_carry_residence_status_for_a_status_blind_request()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        await client.ConsentAsync(person, ["health", "borders"], ["identity", "residence-status"]);
        (await DecideAsync(person, request: "health.maternal-care", categories: ["identity", "residence-status"])).Permit.Categories.ShouldBe(["identity"]);
        (await DecideAsync(person, "borders", request: "borders.renewal", categories: ["identity", "residence-status"])).Permit.Categories.ShouldBe(["identity", "residence-status"]);
    }

    [Fact]
    public async Task Should_not_serve_another_office_with_this_offices_reference()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        await client.ConsentAsync(person, ["health"]);
        var stranger = new V1.Disclosures.DisclosuresClient(platform.Channel("borders"));
        (await stranger.DecideAsync(Question(person), cancellationToken: TestContext.Current.CancellationToken)).Denial.Code.ShouldBe("consent-missing");
    }

    [Fact]
    public async Task Should_renew_the_same_permit_for_the_same_referral()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        await client.ConsentAsync(person, ["health"]);
        var question = Question(person);
        question.ReferralId = Guid.CreateVersion7().ToString();
        var permits = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await Sender.DecideAsync(question)).Permit.DisclosureId));
        permits.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Should_let_only_the_receiver_fetch_and_only_the_permitted_categories()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync("Ipê");
        var interview = await client.StartInterviewAsync(person);
        await client.AnswerAsync(interview, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["municipality"] = "Lisboa",
            ["residence-status"] = "undocumented",
            ["pregnancy"] = "yes",
            ["nationality"] = new[] { "BR" },
            ["household-size"] = 3,
        });
        await client.ConsentAsync(person, ["health"], ["identity", "contact", "household"]);
        var permit = (await DecideAsync(person, categories: [])).Permit;
        permit.Language.ShouldBe("por");
        var snapshot = await FetchAsync("health", permit.DisclosureId, "cnaim-lisboa");
        snapshot.Person.GivenNames.ShouldBe(["Ipê"]);
        snapshot.Person.ProcessNumber.ShouldBeEmpty();
        snapshot.PersonRef.ShouldBe(permit.ReceiverRef);
        snapshot.Answers.Select(answer => answer.Question).ShouldBe(["municipality", "nationality", "household-size"], ignoreOrder: true);
        (await CountAsync("SELECT count(*) FROM audit_entry WHERE action = 'disclosure.fetched' AND record_id = $1", permit.DisclosureId)).ShouldBe(1);
        await ShouldNotFindAsync("social-security", permit.DisclosureId);
        await ShouldNotFindAsync("reception", permit.DisclosureId);
        await ShouldNotFindAsync("health", permit.DisclosureId, "cnaim-porto");
        await ShouldNotFindAsync("health", Guid.CreateVersion7().ToString());
        (await CountAsync("SELECT count(*) FROM audit_entry WHERE action = 'disclosure.fetch-denied' AND record_id = $1", permit.DisclosureId)).ShouldBe(3);
    }

    [Fact]
    public async Task Should_stop_at_once_and_tell_the_receiver_when_the_consent_is_withdrawn()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        var consent = await client.ConsentAsync(person, ["health"]);
        var permit = (await DecideAsync(person)).Permit;
        await FetchAsync("health", permit.DisclosureId);
        (await client.PostAsync($"/v1/consents/{consent}/withdraw", new { }, HttpStatusCode.OK))["status"]!.GetValue<string>().ShouldBe("inactive");
        await ShouldNotFindAsync("health", permit.DisclosureId);
        (await DecideAsync(person)).Denial.Code.ShouldBe("consent-missing");
        (await CountAsync(
            "SELECT count(*) FROM messaging.sent_event WHERE audience = 'health' AND event_type = 'pt.cnaim.command.withdraw-disclosure.v1' AND stream_id = $1::uuid", permit.DisclosureId)).ShouldBe(1);
        (await client.PostAsync($"/v1/consents/{consent}/withdraw", new { }, HttpStatusCode.OK))["status"]!.GetValue<string>().ShouldBe("inactive");
        (await CountAsync("SELECT count(*) FROM messaging.sent_event WHERE stream_id = $1::uuid", permit.DisclosureId)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_leave_no_permit_alive_when_decisions_and_withdrawal_cross()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        var consent = await client.ConsentAsync(person, ["health"]);
        var decisions = Task.WhenAll(Enumerable.Range(0, 40).Select(async _ => (await DecideAsync(person)).Permit?.DisclosureId));
        await client.PostAsync($"/v1/consents/{consent}/withdraw", new { }, HttpStatusCode.OK);
        var permitted = (await decisions).OfType<string>().ToArray();
        (await CountAsync("SELECT count(*) FROM disclosure WHERE consent_id = $1::uuid AND withdrawn_at IS NULL", consent)).ShouldBe(0);
        (await CountAsync("SELECT count(*) FROM disclosure WHERE consent_id = $1::uuid", consent)).ShouldBe(permitted.Length);
    }

    [Fact]
    public async Task Should_record_a_confirmation_of_the_receiver_only()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        var consent = await client.ConsentAsync(person, ["health"]);
        var permit = (await DecideAsync(person)).Permit;
        await client.PostAsync($"/v1/consents/{consent}/withdraw", new { }, HttpStatusCode.OK);
        var other = new V1.Disclosures.DisclosuresClient(platform.Channel("housing"));
        var receiver = new V1.Disclosures.DisclosuresClient(platform.Channel("health"));
        var confirm = new ConfirmRequest { DisclosureId = permit.DisclosureId, Result = "purged" };
        (await Should.ThrowAsync<RpcException>(async () => await other.ConfirmAsync(confirm))).StatusCode.ShouldBe(StatusCode.NotFound);
        (await Should.ThrowAsync<RpcException>(async () => await receiver.ConfirmAsync(new ConfirmRequest { DisclosureId = permit.DisclosureId, Result = "frozen" })))
            .StatusCode.ShouldBe(StatusCode.InvalidArgument);
        await receiver.ConfirmAsync(confirm, cancellationToken: TestContext.Current.CancellationToken);
        (await CountAsync("SELECT count(*) FROM disclosure WHERE disclosure_id = $1::uuid AND purge_result = 'purged'", permit.DisclosureId)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_show_a_recipient_itself_only()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        await client.ConsentAsync(person, ["health", "victim-support"]);
        var permit = (await DecideAsync(person)).Permit;
        using var health = platform.Client("health", role: "office-agent");
        var (_, list, _) = await health.SendAsync(HttpMethod.Get, $"/v1/people/{permit.ReceiverRef}/consents");
        list["items"]![0]!["recipients"]!.ToJsonString().ShouldBe("""["health"]""");
        (await health.SendAsync(HttpMethod.Get, $"/v1/people/{permit.ReceiverRef}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("recipients", """["moon"]""")]
    [InlineData("purposes", """["curiosity"]""")]
    [InlineData("categories", """["shoe-size"]""")]
    [InlineData("validTo", "\"2001-01-01\"")]
    [InlineData("language", "\"pt\"")]
    [InlineData("evidence", "\"hearsay\"")]
    public async Task Should_name_what_is_wrong_with_a_consent(string member, string value)
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        var consent = System.Text.Json.Nodes.JsonNode.Parse(
            $$"""{"personId":"{{person}}","recipients":["health"],"purposes":["resolve-issue"],"categories":["identity"],"validTo":"2099-01-01","language":"por","evidence":"signature"}""")!;
        consent[member] = System.Text.Json.Nodes.JsonNode.Parse(value);
        var (status, problem, _) = await client.SendAsync(HttpMethod.Post, "/v1/consents", consent.ToJsonString());
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.Errors().ShouldBe([member]);
    }

    private static DecideRequest Question(
        string person, string receiver = "health", string centre = "cnaim-lisboa", string purpose = "resolve-issue", string request = "health.user-number", string[]? categories = null, string[]? issues = null)
    {
        var question = new DecideRequest { PersonRef = person, ReceiverOffice = receiver, ReceiverCentre = centre, Purpose = purpose, Request = request };
        question.Categories.Add(categories ?? ["identity", "contact"]);
        question.Issues.Add(issues ?? []);
        return question;
    }

    private async Task<DecideResponse> DecideAsync(
        string person, string receiver = "health", string centre = "cnaim-lisboa", string purpose = "resolve-issue", string request = "health.user-number", string[]? categories = null, string[]? issues = null) =>
        await Sender.DecideAsync(Question(person, receiver, centre, purpose, request, categories, issues), cancellationToken: TestContext.Current.CancellationToken);

    private async Task<Snapshot> FetchAsync(string office, string disclosure, string centre = "") =>
        await new V1.Disclosures.DisclosuresClient(platform.Channel(office, centre, centre.Length > 0 ? "office-agent" : "service"))
            .FetchAsync(new FetchRequest { DisclosureId = disclosure, Purpose = "resolve-issue" }, cancellationToken: TestContext.Current.CancellationToken);

    private async Task ShouldNotFindAsync(string office, string disclosure, string centre = "") =>
        (await Should.ThrowAsync<RpcException>(async () => await FetchAsync(office, disclosure, centre))).StatusCode.ShouldBe(StatusCode.NotFound);

    private async Task<long> CountAsync(string sql, string value)
    {
        await using var command = platform.Database.CreateCommand(sql);
        command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = value });
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
