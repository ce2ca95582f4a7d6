using System.Net;
using System.Text.Json.Nodes;
using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests;

public sealed class When_a_referral_may_not_be_sent(PlatformFixture fixture) : IDisposable
{
    private readonly Api _api = new(fixture.Platform);

    [Fact]
    public async Task Should_ask_for_consent_and_save_nothing()
    {
        var personId = await _api.RegisterAsync(Api.Lisbon);
        await _api.ConsentAsync(Api.Lisbon, personId, "housing", "identity", "contact");
        var before = await Rows.CountAllAsync(fixture.Platform);

        (await _api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(personId))).ShouldBeProblem(422, "consent-missing");

        (await Rows.CountAllAsync(fixture.Platform)).ShouldBe(before);
    }

    [Theory]
    [InlineData("request", "\"health.magic\"")]
    [InlineData("request", "null")]
    [InlineData("issues", "[\"numbers.unknown\"]")]
    [InlineData("priority", "\"yesterday\"")]
    [InlineData("categories", "[\"shoe-size\"]")]
    [InlineData("receiver", """{"office":"astrology","centre":"cnaim-lisboa"}""")]
    [InlineData("receiver", """{"office":"health","centre":"cnaim-atlantis"}""")]
    [InlineData("receiver", "{}")]
    public async Task Should_name_what_is_wrong_and_save_nothing(string member, string value)
    {
        var personId = await _api.RegisterAsync(Api.Lisbon);
        await _api.ConsentAsync(Api.Lisbon, personId, "health", "identity", "contact");
        var body = ApiSteps.Referral(personId);
        body[member] = JsonNode.Parse(value);
        var before = await Rows.CountAllAsync(fixture.Platform);

        var reply = await _api.PostAsync(Api.Lisbon, ApiSteps.Sent, body);

        ((int)reply.Status).ShouldBeOneOf(400, 422);
        reply.Problem.ShouldNotBeNull();
        (await Rows.CountAllAsync(fixture.Platform)).ShouldBe(before);
    }

    [Theory]
    [InlineData("recipients", "[\"astrology\"]")]
    [InlineData("recipients", "[]")]
    [InlineData("purposes", "[\"curiosity\"]")]
    [InlineData("categories", "[\"shoe-size\"]")]
    [InlineData("validTo", "\"2020-01-01T00:00:00Z\"")]
    [InlineData("language", "\"klingon\"")]
    public async Task Should_not_record_a_consent_that_says_nothing_clear(string member, string value)
    {
        var personId = await _api.RegisterAsync(Api.Lisbon);
        var body = ApiSteps.Consent(personId, "health", "identity");
        body[member] = JsonNode.Parse(value);
        var before = await Rows.CountAllAsync(fixture.Platform);

        (await _api.PostAsync(Api.Lisbon, ApiSteps.Consents, body)).ShouldBeProblem(422, "consent-invalid");

        (await Rows.CountAllAsync(fixture.Platform)).ShouldBe(before);
    }

    [Fact]
    public async Task Should_not_carry_the_status_for_a_status_blind_request()
    {
        var personId = await _api.RegisterAsync(Api.Lisbon);
        await _api.ConsentAsync(Api.Lisbon, personId, "health", "identity", "contact", "residence-status");
        var body = ApiSteps.Referral(personId);
        body["categories"] = new JsonArray("identity", "contact", "residence-status");

        var reply = await _api.PostAsync(Api.Lisbon, ApiSteps.Sent, body);

        if (reply.Status == HttpStatusCode.Created)
        {
            var carried = await Rows.ScalarAsync<string[]>(fixture.Platform, "reception", "SELECT categories FROM referral_sent WHERE referral_id = @id", new { id = Guid.Parse(reply.Id) });
            carried.ShouldBe(["identity", "contact"], ignoreOrder: true);
        }
        else
        {
            ((int)reply.Status).ShouldBe(422, reply.Text);
        }
    }

    public void Dispose() => _api.Dispose();
}
