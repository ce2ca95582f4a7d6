using System.Net;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_a_disclosure_is_previewed(ScreeningPlatform platform)
{
    private static readonly object Answers = new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["residence-status"] = "undocumented",
        ["documents-held"] = new[] { "passport-valid" },
        ["work-status"] = "employed-no-contract",
    };

    /// <summary>What the person was shown is what the receiver then gets.</summary>
    [Theory]
    [InlineData("identity", "contact")]
    [InlineData("identity", "employment")]
    [InlineData("contact", "documents")]
    public async Task Should_show_what_the_receiver_then_gets(params string[] categories)
    {
        using var client = platform.Client();
        var person = await ScreenedAsync(client);
        var preview = (await client.SendAsync(HttpMethod.Get, Path(person, categories))).Body;
        await client.ConsentAsync(person, ["health"], categories);
        var permit = (await platform.DecideAsync(person, categories: categories)).Permit;

        var snapshot = await platform.FetchAsync("health", permit.DisclosureId);
        preview["answers"]!.AsObject().Select(answer => answer.Key).ShouldBe(snapshot.Answers.Select(answer => answer.Question), ignoreOrder: true);
        (preview["person"] is null).ShouldBe(snapshot.Person is null);
    }

    [Fact]
    public async Task Should_leave_out_what_must_be_named_where_nothing_is()
    {
        using var client = platform.Client();
        var person = await ScreenedAsync(client);
        var silent = (await client.SendAsync(HttpMethod.Get, Path(person))).Body["answers"]!.AsObject();
        silent.ContainsKey("residence-status").ShouldBeFalse();
        silent.ContainsKey("work-status").ShouldBeTrue();
        (await client.SendAsync(HttpMethod.Get, Path(person, "residence-status"))).Body["answers"]!.AsObject().ContainsKey("residence-status").ShouldBeTrue();
    }

    [Fact]
    public async Task Should_name_a_category_that_is_none()
    {
        using var client = platform.Client();
        var (status, body, _) = await client.SendAsync(HttpMethod.Get, Path(await client.RegisterAsync(), "shoe-size"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity, body.ToJsonString());
        body.Errors().ShouldBe(["categories"]);
    }

    private static string Path(string person, params string[] categories) => $"/v1/people/{person}/preview?{string.Join('&', categories.Select(category => "categories=" + category))}";

    private static async Task<string> ScreenedAsync(HttpClient client)
    {
        var person = await client.RegisterAsync();
        await client.AnswerAsync(await client.StartInterviewAsync(person), Answers);
        return person;
    }
}
