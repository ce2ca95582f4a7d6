using System.Net;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_references_are_rotated(ScreeningPlatform platform)
{
    [Fact]
    public async Task Should_give_new_people_new_references_and_keep_the_old_ones_working()
    {
        const string Office = "voter-registration";
        using var desk = platform.Client(Office, role: "office-agent");
        var known = await desk.RegisterAsync("Carqueja");
        await RotateAsync(Office, reissue: false);

        var created = await desk.RegisterAsync("Esteva");
        (await KeyOfAsync(Office, known)).ShouldBeLessThan(await KeyOfAsync(Office, created));
        (await desk.SendAsync(HttpMethod.Get, $"/v1/people/{known}")).Status.ShouldBe(HttpStatusCode.OK);
        (await FoundAsync(desk, "Carqueja")).ShouldBe(known);
        (await FoundAsync(desk, "Esteva")).ShouldBe(created);
    }

    [Fact]
    public async Task Should_issue_known_people_a_second_reference_and_show_the_office_that_both_are_one_person()
    {
        const string Office = "qualifications";
        using var desk = platform.Client(Office, role: "office-agent");
        var old = await desk.RegisterAsync("Medronho");
        ((int)(await RotateAsync(Office, reissue: true))["reissued"]!).ShouldBeGreaterThanOrEqualTo(1);

        var fresh = await FoundAsync(desk, "Medronho");
        fresh.ShouldNotBe(old);
        foreach (var reference in new[] { old, fresh })
        {
            var (status, references, _) = await desk.SendAsync(HttpMethod.Get, $"/v1/people/{reference}/references");
            status.ShouldBe(HttpStatusCode.OK);
            references["items"]!.AsArray().Select(item => (string)item!).ShouldBe([fresh, old]);
        }

        await desk.ConsentAsync(old, ["health"]);
        (await platform.DecideAsync(old, sender: Office)).Permit.ReceiverRef.ShouldBe((await platform.DecideAsync(fresh, sender: Office)).Permit.ReceiverRef);
    }

    [Fact]
    public async Task Should_name_a_receiver_the_person_by_the_newest_reference_and_open_earlier_permits_still()
    {
        const string Receiver = "education";
        using var mediator = platform.Client();
        var person = await mediator.RegisterAsync();
        await mediator.ConsentAsync(person, [Receiver]);
        var before = (await platform.DecideAsync(person, Receiver, "education.plnm")).Permit;
        await RotateAsync(Receiver, reissue: true);
        var after = (await platform.DecideAsync(person, Receiver, "education.plnm")).Permit;
        after.ReceiverRef.ShouldNotBe(before.ReceiverRef);
        (await platform.FetchAsync(Receiver, before.DisclosureId)).PersonRef.ShouldBe(before.ReceiverRef);
    }

    [Fact]
    public async Task Should_be_an_administrators_and_about_an_office_that_exists()
    {
        using var mediator = platform.Client();
        await mediator.PostAsync("/operator/references/rotate", new { office = "health" }, HttpStatusCode.Forbidden);
        using var administrator = platform.Client("identity", "", "administrator");
        (await administrator.PostAsync("/operator/references/rotate", new { office = "moon" }, HttpStatusCode.UnprocessableEntity)).Code().ShouldBe("office-unknown");
    }

    private async Task<System.Text.Json.Nodes.JsonObject> RotateAsync(string office, bool reissue)
    {
        using var administrator = platform.Client("identity", "", "administrator");
        return await administrator.PostAsync("/operator/references/rotate", new { office, reissue }, HttpStatusCode.OK);
    }

    private Task<int> KeyOfAsync(string office, string reference) =>
        platform.ScalarAsync<int>("SELECT key_version FROM person_ref WHERE office = $1 AND ref = $2", office, reference);

    private static async Task<string> FoundAsync(HttpClient desk, string name) =>
        (string)(await desk.PostAsync("/v1/people/search", new { name }, HttpStatusCode.OK))["items"]!.AsArray()[0]!["person"]!["id"]!;
}
