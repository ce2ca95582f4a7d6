using System.Net;
using Cnaim.Screening.V1;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_somebody_asks_who_saw_them(ScreeningPlatform platform)
{
    [Fact]
    public async Task Should_show_every_look_and_every_permit_to_an_intake_office_and_name_no_sensitive_one()
    {
        using var desk = platform.Client(role: "focal-point");
        using var stranger = platform.Client("tax", "cnaim-porto", "office-agent");
        var person = await desk.RegisterAsync("Alfazema");
        await desk.ConsentAsync(person, ["victim-support", "health"]);
        await stranger.SendAsync(HttpMethod.Get, $"/v1/people/{person}");
        await DecideAsync(person, "victim-support", "victim-support.psychological-support");
        await DecideAsync(person, "health", "health.user-number");

        var page = (await desk.SendAsync(HttpMethod.Get, $"/v1/people/{person}/access")).Body;

        var looks = page["items"]!.AsArray().Select(item => $"{item!["office"]} {item["action"]}").ToList();
        looks.ShouldContain("reception person.registered");
        looks.ShouldContain("tax person.read-denied");
        looks.ShouldContain("reception disclosure.permitted");
        page["permits"]!.AsArray().Select(permit => (string)permit!["office"]!).ShouldContain("health");
        page.ToJsonString().ShouldNotContain("victim-support");
        page.ToJsonString().ShouldNotContain("Alfazema");
    }

    [Fact]
    public async Task Should_show_an_office_its_own_part_only()
    {
        using var desk = platform.Client("education", "cnaim-lisboa", "focal-point");
        using var reception = platform.Client("tax", "cnaim-lisboa", "focal-point");
        var person = await desk.RegisterAsync("Poejo");
        await reception.SendAsync(HttpMethod.Get, $"/v1/people/{person}");

        var page = (await desk.SendAsync(HttpMethod.Get, $"/v1/people/{person}/access")).Body;

        page["items"]!.AsArray().Select(item => (string)item!["office"]!).Distinct().ShouldBe(["education"]);
    }

    [Fact]
    public async Task Should_tell_of_an_emergency_only_when_the_person_was_told()
    {
        using var desk = platform.Client(role: "focal-point");
        var person = await desk.RegisterAsync("Rosmaninho");
        await desk.PostAsync("/v1/emergency-access", new { personId = person, reason = "violence", note = "heard it" });
        (await KindsAsync(desk, person)).ShouldNotContain("emergency-access");
        var notice = (await desk.SendAsync(HttpMethod.Get, $"/v1/people/{person}/notices")).Body["items"]![0]!["noticeId"];
        (await desk.SendAsync(HttpMethod.Post, $"/v1/people/{person}/notices/{notice}/give")).Status.ShouldBe(HttpStatusCode.OK);
        (await KindsAsync(desk, person)).ShouldContain("emergency-access");
    }

    [Theory]
    [InlineData("mediator", "", HttpStatusCode.Forbidden)]
    [InlineData("focal-point", "?after=last", HttpStatusCode.BadRequest)]
    [InlineData("coordinator", "?after=1", HttpStatusCode.OK)]
    public async Task Should_answer_who_may_ask(string role, string query, HttpStatusCode expected)
    {
        using var desk = platform.Client(role: role);
        (await desk.SendAsync(HttpMethod.Get, $"/v1/people/{await desk.RegisterAsync("Tomilho")}/access{query}")).Status.ShouldBe(expected);
    }

    private static async Task<string[]> KindsAsync(HttpClient desk, string person) =>
        [.. (await desk.SendAsync(HttpMethod.Get, $"/v1/people/{person}/access")).Body["items"]!.AsArray().Select(item => (string)item!["recordKind"]!)];

    private async Task DecideAsync(string person, string office, string request)
    {
        var client = new V1.Disclosures.DisclosuresClient(platform.Channel("reception", "cnaim-lisboa", "mediator"));
        await client.DecideAsync(
            new DecideRequest
            {
                PersonRef = person,
                ReceiverOffice = office,
                ReceiverCentre = "cnaim-lisboa",
                Purpose = "resolve-issue",
                Categories = { "identity" },
                ReferralId = Guid.CreateVersion7().ToString(),
                Request = request,
            },
            cancellationToken: TestContext.Current.CancellationToken);
    }
}
