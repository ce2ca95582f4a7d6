using System.Net;
using Cnaim.Health;
using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;

namespace Cnaim.Offices.Tests.Referrals;

public sealed class When_a_referral_is_sent(OfficeNetwork network)
{
    private const string Lisbon = "cnaim-lisboa";

    [Fact]
    public async Task Should_need_a_consent()
    {
        var (desk, _) = await StartAsync();
        var person = ReferralApi.NewPerson();
        network.Screening.Denied[person] = true;

        using var refused = await desk.PostAsync(ReferralApi.Body(person, "health", "health.user-number"));

        await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity, "consent-missing");
    }

    [Fact]
    public async Task Should_wait_as_a_draft_while_screening_is_silent_and_go_out_by_itself()
    {
        var (desk, agent) = await StartAsync();
        var person = ReferralApi.NewPerson();
        network.Screening.Silent[person] = true;

        var id = await desk.ReferAsync(ReferralApi.Body(person, "health", "health.user-number"));
        (await desk.StatusAsync(id)).ShouldBe("draft");
        (await agent.StatusAsync(id)).ShouldBeNull();
        network.Screening.Silent.TryRemove(person, out _);

        await agent.UntilAsync(id, "requested");
        (await desk.StatusAsync(id)).ShouldBe("requested");
    }

    [Fact]
    public async Task Should_name_every_error()
    {
        var (desk, _) = await StartAsync();

        using var refused = await desk.PostAsync(new
        {
            personId = "x",
            receiver = new { office = "health", centre = "cnaim-atlantis" },
            request = "tax.nif",
            issues = new[] { "no.such-issue" },
            priority = "soon",
            categories = new[] { "secrets" },
        });

        var errors = (await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-referral")).GetProperty("errors");
        errors.EnumerateObject().Select(error => error.Name).ShouldBe(["personId", "request", "receiver.centre", "issues", "priority", "categories"], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_never_carry_the_residence_status_to_a_status_blind_request()
    {
        var (desk, agent) = await StartAsync();

        using var created = await desk.PostAsync(new
        {
            personId = ReferralApi.NewPerson(),
            receiver = new { office = "health", centre = Lisbon },
            request = "health.user-number",
            issues = Array.Empty<string>(),
            priority = "urgent",
            categories = new[] { "identity", "residence-status" },
        });

        var id = (await created.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        await agent.UntilAsync(id, "requested");
        using var read = await agent.ReadAsync(id);
        (await read.JsonAsync(HttpStatusCode.OK)).GetProperty("categories").EnumerateArray().Select(category => category.GetString()).ShouldBe(["identity"]);
    }

    [Fact]
    public async Task Should_let_the_receiver_answer_a_cancel()
    {
        var (desk, agent) = await StartAsync();
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.user-number"));
        await agent.UntilAsync(id, "requested");
        await agent.MoveAsync(id, "accept");
        await desk.UntilAsync(id, "accepted");

        (await desk.MoveAsync(id, "cancel", new { statusReason = "client-declined" })).GetProperty("cancellationRequested").GetBoolean().ShouldBeTrue();

        await agent.UntilAsync(id, "cancelled");
        await desk.UntilAsync(id, "cancelled");
    }

    [Fact]
    public async Task Should_close_by_itself_at_200_percent()
    {
        var (desk, agent) = await StartAsync();
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.user-number"));
        await agent.UntilAsync(id, "requested");
        var reception = await network.StartAsync<ReceptionService>("reception");

        await reception.ExecuteAsync("UPDATE due SET due_at = now() - interval '1 second' WHERE referral_id = @id", ("id", id));

        await desk.UntilAsync(id, "cancelled");
        await agent.UntilAsync(id, "cancelled");
    }

    [Fact]
    public async Task Should_check_a_state_before_a_version()
    {
        var (desk, agent) = await StartAsync();
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.user-number"));
        await agent.UntilAsync(id, "requested");
        agent.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"99\"");

        using var notAllowed = await agent.ActAsync(id, "start");
        using var stale = await agent.ActAsync(id, "accept");

        await notAllowed.ProblemAsync(HttpStatusCode.Conflict, "move-not-allowed");
        await stale.ProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    private async Task<(HttpClient Desk, HttpClient Agent)> StartAsync()
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        var health = await network.StartAsync<HealthService>("health");
        return (reception.At(Lisbon, "reception"), health.At(Lisbon));
    }
}
