using System.Net;
using System.Text.Json.Nodes;
using Cnaim.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S16: what a person agreed to, its end at the counter, and what each receiver answered.</summary>
public sealed class When_a_consent_is_withdrawn(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_say_what_stops_and_who_confirmed(bool scripts)
    {
        using var api = new Api(fixture.Platform);
        var person = await api.RegisterAsync(Api.Lisbon, PeopleSteps.NewName());
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.GotoAsync($"/people/{person}");
        await page.FollowAsync("Ver e retirar consentimentos");
        await page.SeeAsync("Ainda sem consentimentos.");
        await page.CheckAsync(scripts);

        await api.ConsentAsync(Api.Lisbon, person, "health", "identity", "contact");
        var referral = (await api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(person))).ShouldBe(HttpStatusCode.Created).Id;
        await api.ShouldReachAsync(Api.Lisbon, referral, "requested");
        await page.ReloadAsync();
        await page.CheckAsync(scripts);
        await page.FollowAsync("Saúde");
        await page.HeadingAsync("Consentimento");
        await page.SeeAsync("Autorizado");
        await page.CheckAsync(scripts);
        await page.PressAsync("Retirar o consentimento");
        await page.SeeAsync("Ninguém recebe mais dados com este consentimento.");
        await page.SeeAsync("Estes serviços são avisados e têm de apagar os dados.");
        await page.CheckAsync(scripts);
        await page.PressAsync("Retirar o consentimento");
        await page.SeeAsync("Consentimento retirado. Quem recebeu dados foi avisado.");
        await page.SeeAsync("terminado");
        await page.CheckAsync(scripts);
        await ConfirmedAsync(page);
        await page.CheckAsync(scripts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_go_on_for_whom_it_is_not_withdrawn_from(bool scripts)
    {
        using var api = new Api(fixture.Platform);
        var person = await api.RegisterAsync(Api.Lisbon, PeopleSteps.NewName());
        var consent = ApiSteps.Consent(person, "health", "identity");
        consent["recipients"] = new JsonArray("health", "tax");
        (await api.PostAsync(Api.Lisbon, ApiSteps.Consents, consent)).ShouldBe(HttpStatusCode.Created);
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.GotoAsync($"/people/{person}/consents");
        await page.FollowAsync("Saúde, Finanças");
        await page.PressAsync("Retirar o consentimento");
        await page.ChooseAsync("Finanças");
        await page.CheckAsync(scripts);
        await page.PressAsync("Retirar o consentimento");
        await page.SeeAsync("Consentimento retirado. Quem recebeu dados foi avisado.");
        (await page.GetByText("Finanças").CountAsync()).ShouldBe(0);
        await page.PressAsync("Retirar o consentimento");
        (await page.GetByText("Retirar só a").CountAsync()).ShouldBe(0, "one is left");
    }

    [Fact]
    public async Task Should_say_yes_or_no_to_a_draft_and_take_back_what_was_a_mistake()
    {
        using var api = new Api(fixture.Platform);
        var person = await api.RegisterAsync(Api.Lisbon, PeopleSteps.NewName());
        var page = await _desks.AtAsync("demo-mediator");
        await DraftAsync(api, person);
        await page.GotoAsync($"/people/{person}/consents");
        await page.FollowAsync("Saúde");
        await page.PressAsync("A pessoa consente");
        await page.ShouldBeAccessibleAsync();
        await page.PressAsync("A pessoa consente");
        await page.SeeAsync("Consentimento em vigor.");
        await page.PressAsync("Registado por engano");
        await page.SeeAsync("Nada foi enviado com este consentimento.");
        await page.ShouldBeAccessibleAsync();
        await page.PressAsync("Registado por engano");
        await page.SeeAsync("Marcado como registado por engano.");

        await DraftAsync(api, person);
        await page.GotoAsync($"/people/{person}/consents");
        await page.FollowAsync("Saúde");
        await page.PressAsync("A pessoa não consente");
        await page.PressAsync("A pessoa não consente");
        await page.SeeAsync("Ficou registado que a pessoa não consente.");
    }

    [Fact]
    public async Task Should_look_alike_when_hidden_and_when_missing()
    {
        using var api = new Api(fixture.Platform);
        var person = await api.RegisterAsync(Api.Lisbon, PeopleSteps.NewName());
        var consent = (await api.PostAsync(Api.Lisbon, ApiSteps.Consents, ApiSteps.Consent(person, "health", "identity"))).ShouldBe(HttpStatusCode.Created).Id;
        var (nobody, nothing) = (new string('a', 26), Guid.CreateVersion7().ToString());
        foreach (var stranger in new[] { await _desks.AtAsync("demo-borders"), await _desks.AtAsync("demo-tax") })
        {
            foreach (var rest in new[] { "", "/consents", $"/consents/{consent}", $"/consents/{consent}/withdraw" })
            {
                await stranger.ShouldBeHiddenLikeMissingAsync($"/people/{person}{rest}", $"/people/{nobody}{rest.Replace(consent, nothing, StringComparison.Ordinal)}");
            }
        }

        var other = await api.RegisterAsync(Api.Lisbon, PeopleSteps.NewName());
        (await (await _desks.AtAsync("demo-mediator")).GotoAsync($"/people/{other}/consents/{consent}"))!.Status.ShouldBe(404, "it is another person's");
    }

    private static async Task DraftAsync(Api api, string person)
    {
        var draft = ApiSteps.Consent(person, "health", "identity");
        draft["status"] = "draft";
        (await api.PostAsync(Api.Lisbon, ApiSteps.Consents, draft)).ShouldBe(HttpStatusCode.Created);
    }

    // Between screening and the receiver lies a broker.
    private static async Task ConfirmedAsync(IPage page)
    {
        var seen = await Eventually.SeenAsync(
            async () =>
            {
                await page.ReloadAsync();
                return await page.GetByRole(AriaRole.Cell, new() { Name = "Apagado" }).CountAsync();
            },
            count => count > 0,
            seconds: 30);
        seen.ShouldBe(1);
    }
}
