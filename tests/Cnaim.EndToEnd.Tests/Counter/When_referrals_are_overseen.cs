using System.Net;
using Cnaim.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S18 and S19: who changed what meanwhile, where a referral went on, what is overdue, and the list as a table and as a file.</summary>
public sealed class When_referrals_are_overseen(PlatformFixture fixture, Browser browser) : IDisposable
{
    private static int _longest;
    private readonly Desks _desks = new(fixture.Platform, browser);
    private readonly Api _api = new(fixture.Platform);

    /// <summary>M10.</summary>
    [Fact]
    public async Task Should_say_who_changed_it_and_show_both_versions()
    {
        var id = await ReceivedAsync();
        var first = await _desks.AtAsync("demo-health");
        var second = await first.Context.NewPageAsync();
        await first.GotoAsync($"/referrals/{id}");
        await first.SeeAsync("Entregue ao serviço");
        await second.GotoAsync($"/referrals/{id}/reject");
        await first.PressAsync("Aceitar");
        await first.SeeAsync("Encaminhamento aceite.");

        await second.ChooseAsync("Serviço errado");
        await second.PressAsync("Recusar");

        await second.GetByRole(AriaRole.Alert).GetByText("A sua conta alterou este registo às").WaitForAsync();
        (await second.Locator(".govuk-inset-text:visible").First.InnerTextAsync()).ShouldSatisfyAllConditions(text => text.ShouldContain("A aguardar resposta"), text => text.ShouldContain("Aceite"));
        await second.ShouldBeAccessibleAsync();
        await second.ShouldReflowAsync();
        (await _api.MoveAsync(Api.Agent("health"), id, "start")).ShouldBe(HttpStatusCode.OK);
        await first.PressAsync("Iniciar");
        await first.GetByRole(AriaRole.Alert).GetByText("Um colega alterou este registo às").WaitForAsync();
        await first.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task Should_link_what_went_onward_in_both_directions()
    {
        var id = await ReceivedAsync("employment");
        var page = await _desks.AtAsync("demo-health");
        await page.GotoAsync($"/referrals/{id}");
        await page.FollowAsync("Enviar a outro serviço");
        await page.GetByLabel("Serviço e pedido").SelectOptionAsync("employment.cv");
        await page.ContinueAsync();
        await page.PressAsync("Enviar encaminhamento");
        await page.SeeAsync("Encaminhamento enviado.");
        await page.FollowAsync("Encaminhamento anterior");
        await page.GetByRole(AriaRole.Link, new() { Name = "Emprego: Fazer CV" }).ClickAsync();
        await page.HeadingAsync("Fazer CV");
        await page.ShouldBeAccessibleAsync();
    }

    /// <summary>C2: from the day's first page.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_remind_the_focal_point_of_what_is_overdue(bool scripts)
    {
        var id = await ReceivedAsync();
        await OverdueAsync(id);
        var page = await _desks.AtAsync("demo-coordinator", scripts);
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAddressAsync($"/referrals/{id}");
        await keys.PressAsync("Enter");
        await page.SeeAsync("Prazo ultrapassado");
        await CheckAsync(page, scripts);
        await keys.TabToAsync("Lembrar o ponto focal");
        await keys.PressAsync("Enter");
        await page.SeeAsync("Ponto focal lembrado.");
        keys.ShouldKeepTo("C2");
        await page.SeeAsync("Ao ponto focal");
        await CheckAsync(page, scripts);

        await page.PressAsync("Lembrar o ponto focal");
        await page.SeeAsync("Já houve um lembrete na última hora.");
        await CheckAsync(page, scripts);
        var health = await _desks.AtAsync("demo-health", scripts);
        (await Eventually.SeenAsync(() => HasBeenRemindedAsync(health, id), seen => seen, seconds: 20)).ShouldBeTrue();
        await health.GotoAsync("/referrals");
        await health.Locator("tr", new() { Has = health.Locator($"a[href='/referrals/{id}']") }).GetByText("Lembrado").WaitForAsync();
        var mediator = await _desks.AtAsync("demo-mediator", scripts);
        await mediator.GotoAsync($"/referrals/{id}");
        (await mediator.GetByRole(AriaRole.Button, new() { Name = "Lembrar o ponto focal" }).CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_be_sorted_paged_filtered_and_taken_along(bool scripts)
    {
        var id = await ReceivedAsync();
        await OverdueAsync(id);
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.GotoAsync("/referrals?direction=sent");
        await page.GetByText("A mostrar 1 a ").WaitForAsync();
        await page.Locator("th[aria-sort=descending]").GetByText("Criado").WaitForAsync();
        await CheckAsync(page, scripts);
        await page.Locator("th").GetByRole(AriaRole.Link, new() { Name = "Prazo" }).ClickAsync();
        await page.Locator("th[aria-sort=ascending]").GetByText("Prazo").WaitForAsync();
        await page.GetByRole(AriaRole.Table).Locator("tbody tr").First.Locator($"a[href='/referrals/{id}']").WaitForAsync();
        await page.GetByLabel("Prazo").SelectOptionAsync("overdue");
        await page.PressAsync("Aplicar filtros");
        await page.SeeAsync("Remover filtro:");
        await page.Locator($"a[href='/referrals/{id}']").WaitForAsync();
        await CheckAsync(page, scripts);

        var file = await page.RunAndWaitForDownloadAsync(() => page.FollowAsync("Descarregar esta lista"));
        var text = await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        text.ShouldStartWith("Referência,");
        text.ShouldContain(id + ",Enviados,");
        text.ShouldNotContain("Alecrim");
        await page.FollowAsync("Remover filtro:");
        (await page.GetByText("Remover filtro:").CountAsync()).ShouldBe(0);
        await page.GotoAsync("/referrals?direction=received&status=entered-in-error");
        await page.SeeAsync("Sem encaminhamentos.");
        await CheckAsync(page, scripts);
    }

    [Fact]
    public async Task Should_be_taken_from_what_is_offered()
    {
        var person = await _api.RegisterAsync(Api.Lisbon);
        await _api.ConsentAsync(Api.Lisbon, person, "housing", "identity", "contact");
        var mediator = await _desks.AtAsync("demo-mediator");
        await mediator.GotoAsync($"/people/{person}/referrals/new?request=housing.youth-rent");
        await mediator.ChooseAsync("Aberto a qualquer serviço da área");
        await mediator.PressAsync("Enviar encaminhamento");
        await mediator.SeeAsync("Encaminhamento criado.");
        var id = new Uri(mediator.Url).Segments[^1];

        var page = await _desks.AtAsync("demo-housing");
        var row = page.Locator("tr", new() { Has = page.Locator($"a[href='/referrals/{id}']") });
        (await Eventually.SeenAsync(async () => { await page.GotoAsync("/referrals?direction=offered"); return await row.CountAsync(); }, count => count > 0, seconds: 20)).ShouldBe(1);
        await page.ShouldBeAccessibleAsync();
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await page.SeeAsync("O pedido é agora vosso.");
        await _api.ShouldReachAsync(Api.Lisbon, id, "requested");
        await _api.ShouldReachAsync(Api.Agent("housing"), id, "requested");
    }

    public void Dispose() => _api.Dispose();

    private async Task<string> ReceivedAsync(params string[] alsoAgreed)
    {
        var person = await _api.RegisterAsync(Api.Lisbon);
        await _api.ConsentAsync(Api.Lisbon, person, "health", "identity", "contact");
        foreach (var office in alsoAgreed)
        {
            await _api.ConsentAsync(Api.Lisbon, person, office, "identity", "contact");
        }

        var id = (await _api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(person))).ShouldBe(HttpStatusCode.Created).Id;
        await _api.ShouldReachAsync(Api.Agent("health"), id, "requested");
        return id;
    }

    // Nobody waits for two working days: the deadline is moved; its reminders keep their times.
    /// <summary>Longer than any before, so that it is the first on every list.</summary>
    private Task<string?> OverdueAsync(string id) => Rows.ScalarAsync<string>(
        fixture.Platform, "reception", "UPDATE referral_sent SET acknowledge_by = now() - make_interval(days => @days) WHERE referral_id = @id RETURNING status", new { id = Guid.Parse(id), days = Interlocked.Add(ref _longest, 40) });

    private static async Task<bool> HasBeenRemindedAsync(IPage page, string id)
    {
        await page.GotoAsync($"/referrals/{id}");
        return await page.GetByText("Ao ponto focal").IsVisibleAsync();
    }

    private static async Task CheckAsync(IPage page, bool scripts)
    {
        if (scripts)
        {
            await page.ShouldBeAccessibleAsync();
            await page.ShouldReflowAsync();
        }
    }
}
