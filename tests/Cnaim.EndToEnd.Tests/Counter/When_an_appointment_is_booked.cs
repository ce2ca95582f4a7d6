using System.Net;
using Cnaim.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>A6: from the person to the slip; then another time, and the end of it.</summary>
public sealed class When_an_appointment_is_booked(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_be_booked_moved_and_ended(bool scripts)
    {
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await RegisterAsync(page);
        await page.FollowAsync("Marcar atendimento");
        await page.HeadingAsync("Marcar atendimento");
        await CheckAsync(page, scripts);
        await page.PressAsync("Marcar a hora escolhida");
        await page.SeeAsync("Selecione uma hora");
        await CheckAsync(page, scripts);
        await page.Locator("input[name=Slot][type=radio]").First.CheckAsync();
        await page.ChooseAsync("por telefone");
        await page.PressAsync("Marcar a hora escolhida");
        await page.SeeAsync("Atendimento marcado.");
        (await CodeAsync(page)).Length.ShouldBe(6);
        await CheckAsync(page, scripts);

        var code = await MoveAsync(page, scripts);
        await page.FollowAsync("Marcação");
        await page.SeeAsync("por telefone");
        await page.PressAsync("Confirmar");
        await page.SeeAsync("Atendimento confirmado.");
        await page.PressAsync("Faltou");
        await page.SeeAsync("A hora ainda não chegou.");
        await CheckAsync(page, scripts);
        await ListAsync(page, code, scripts);
        await CancelAsync(page, scripts);
    }

    [Fact]
    public async Task Should_take_no_more_keys_than_its_target()
    {
        var page = await _desks.AtAsync("demo-mediator");
        await RegisterAsync(page);
        await page.GotoAsync(new Uri(page.Url).AbsolutePath);
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Marcar atendimento");
        await keys.EnterAsync("Marcar atendimento");
        await keys.TabToAsync("Marcar a primeira hora livre");
        await keys.EnterAsync("Talão da marcação");
        await keys.PressAsync("Control+P"); // prints; nothing answers that here

        keys.ShouldKeepTo("A6");
        (await page.TitleAsync()).ShouldStartWith("Talão da marcação");
    }

    /// <summary>L3: a municipality's centre gives no appointments, the national ones do.</summary>
    [Fact]
    public async Task Should_be_booked_at_a_national_centre_from_a_local_one_within_its_keys()
    {
        var page = await _desks.AtAsync("demo-municipal-officer");
        await page.GotoAsync(await page.RegisterAsync(PeopleSteps.NewName()));
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Marcar atendimento");
        await keys.EnterAsync("Marcar atendimento");
        await page.ShouldBeAccessibleAsync();
        await page.ShouldReflowAsync();
        await keys.TabToAsync("CNAIM Faro");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync("**centre=cnaim-faro**");
        await keys.SettleAsync();
        await page.ShouldBeAccessibleAsync();
        await keys.TabToAsync("Marcar a primeira hora livre");
        await keys.EnterAsync("Talão da marcação");
        await keys.PressAsync("Control+P"); // prints; nothing answers that here

        keys.ShouldKeepTo("L3");
        await page.SeeAsync("CNAIM Faro");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_be_moved_and_listed_where_it_is_when_another_centre_booked_it(bool scripts)
    {
        var page = await _desks.AtAsync("demo-municipal-officer", scripts);
        var person = await page.RegisterAsync(PeopleSteps.NewName());
        (await page.GotoAsync($"/appointments/new?person={person.Split('/')[^1]}&centre=nowhere"))!.Status.ShouldBe(404);
        await page.GotoAsync($"/appointments/new?person={person.Split('/')[^1]}&centre=cnaim-faro");
        await page.PressAsync("Marcar a hora escolhida");
        await page.SeeAsync("Selecione uma hora");
        await page.SeeAsync("CNAIM Faro");
        await page.CheckAsync(scripts);
        await page.Locator("input[name=Slot][type=radio]").Nth(1).CheckAsync();
        await page.PressAsync("Marcar a hora escolhida");
        await page.SeeAsync("Atendimento marcado.");
        await MoveAsync(page, scripts);
        await page.SeeAsync("CNAIM Faro");
        await page.FollowAsync("Marcação");
        await page.Locator(".govuk-back-link").ClickAsync();
        await page.SeeAsync("CNAIM Faro");
        await page.CheckAsync(scripts);
    }

    /// <summary>L3 at another office: the one that took the referral gives the time, and only the time and the code come back.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_be_booked_at_another_office_once_it_took_the_referral(bool scripts)
    {
        using var api = new Api(fixture.Platform);
        var person = await api.RegisterAsync(Api.Lisbon);
        await api.ConsentAsync(Api.Lisbon, person, "tax", "identity", "contact");
        var id = (await api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(person, "tax", "tax.nif", "numbers.nif"))).ShouldBe(HttpStatusCode.Created).Id;
        await api.ShouldReachAsync(Api.Agent("tax"), id, "requested");
        var page = await _desks.AtAsync("demo-mediator", scripts);
        (await page.GotoAsync($"/referrals/{id}/appointment"))!.Status.ShouldBe(404, "nobody has taken it");
        (await api.GetAsync(Api.Lisbon, $"/api/tax/v1/referrals/{id}/slots")).ShouldBeProblem(409, "referral-not-taken");
        (await api.GetAsync(Api.Agent("borders"), $"/api/tax/v1/referrals/{id}/slots")).ShouldBeProblem(404, "not-found");
        (await api.MoveAsync(Api.Agent("tax"), id, "accept")).ShouldBe(HttpStatusCode.OK);
        await api.ShouldReachAsync(Api.Lisbon, id, "accepted");

        await page.GotoAsync("/referrals/" + id);
        await page.FollowAsync("Marcar atendimento neste serviço");
        await page.HeadingAsync("Marcar atendimento neste serviço");
        await CheckAsync(page, scripts);
        await page.PressAsync("Marcar a hora escolhida");
        await page.SeeAsync("Selecione uma hora");
        await CheckAsync(page, scripts);
        await page.Locator("input[name=Slot][type=radio]").First.CheckAsync();
        await page.PressAsync("Marcar a hora escolhida");
        await page.HeadingAsync("Atendimento marcado");
        (await CodeAsync(page)).Length.ShouldBe(6);
        await CheckAsync(page, scripts);

        await page.GotoAsync($"/referrals/{id}/appointment");
        await page.Locator("input[name=Slot][type=radio]").First.CheckAsync();
        await page.PressAsync("Marcar a hora escolhida");
        await page.SeeAsync("Este serviço já tem uma hora marcada para esta pessoa.");
        await CheckAsync(page, scripts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_be_waited_for_where_no_time_is_free(bool scripts)
    {
        var page = await _desks.AtAsync("demo-municipal-officer", scripts);
        var person = await page.RegisterAsync(PeopleSteps.NewName());
        await page.FollowAsync("Marcar atendimento");
        await page.PressAsync("Pôr na lista de espera");
        await page.SeeAsync("Pessoa na lista de espera.");
        await page.GotoAsync("/appointments/new?person=" + person.Split('/')[^1]);
        await page.PressAsync("Pôr na lista de espera");
        await page.SeeAsync("A pessoa já está nesta lista de espera.");
        await page.CheckAsync(scripts);
        await page.GotoAsync("/appointments");
        await page.HeadingAsync("Marcações");
        await page.SeeAsync("1.º da lista");
        await page.CheckAsync(scripts);
        await page.AnswerAsync("Tirar da lista");
        await page.SeeAsync("Pessoa tirada da lista.");
    }

    [Fact]
    public async Task Should_be_kept_in_the_persons_calendar_without_their_name()
    {
        var page = await _desks.AtAsync("demo-mediator");
        await RegisterAsync(page);
        await page.FollowAsync("Marcar atendimento");
        await page.GetByRole(AriaRole.Button, new() { Name = "Marcar a primeira hora livre" }).ClickAsync();
        await page.HeadingAsync("Talão da marcação");

        var download = await page.RunAndWaitForDownloadAsync(() => page.FollowAsync("Guardar no calendário da pessoa"));

        var text = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        text.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        text.ShouldNotContain("Zimbro");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_be_asked_for_at_every_office_when_somebody_arrives(bool scripts)
    {
        var page = await _desks.AtAsync("demo-coordinator", scripts);
        await page.FollowAsync("Receção");
        await page.EnterAsync("Código da marcação", "BBB BBB");
        await page.PressAsync("Registar a chegada");
        await page.SeeAsync("Nenhuma marcação de hoje neste centro tem este código");
        await CheckAsync(page, scripts);
    }

    private static async Task<string> MoveAsync(IPage page, bool axe)
    {
        var before = await CodeAsync(page);
        await page.FollowAsync("Marcação");
        await page.HeadingAsync("Marcação");
        await CheckAsync(page, axe);
        await page.PressAsync("Mudar a hora");
        await page.HeadingAsync("Mudar a hora");
        await page.PressAsync("Mudar a hora");
        await page.SeeAsync("Selecione uma hora");
        await page.Locator("input[name=Slot][type=radio]").Last.CheckAsync();
        await CheckAsync(page, axe);
        await page.PressAsync("Mudar a hora");
        await page.SeeAsync("Hora mudada.");
        var code = await CodeAsync(page);
        code.ShouldNotBe(before);
        return code;
    }

    private static async Task ListAsync(IPage page, string code, bool axe)
    {
        await page.Locator(".govuk-back-link").ClickAsync();
        await page.HeadingAsync("Marcações");
        await CheckAsync(page, axe);
        await page.FollowAsync("Ver a semana");
        await page.GetByRole(AriaRole.Link, new() { Name = code }).WaitForAsync();
        await CheckAsync(page, axe);
        await page.FollowAsync(code);
    }

    private static async Task CancelAsync(IPage page, bool axe)
    {
        await page.PressAsync("Desmarcar");
        await page.HeadingAsync("Desmarcar");
        await page.PressAsync("Desmarcar");
        await page.SeeAsync("Selecione o motivo");
        await CheckAsync(page, axe);
        await page.ChooseAsync("A pessoa pediu");
        await page.PressAsync("Desmarcar");
        await page.SeeAsync("Atendimento desmarcado.");
        await CheckAsync(page, axe);
    }

    private static Task<string> CodeAsync(IPage page) => page.Locator(".cn-slip__number").InnerTextAsync();

    private static async Task RegisterAsync(IPage page)
    {
        await page.FollowAsync("Pessoas");
        await page.EnterAsync("Nome ou número de processo", "Zimbro Semfim");
        await page.PressAsync("Procurar");
        await page.PressAsync("Criar registo novo");
        await page.EnterAsync("Nomes próprios", "Zimbro");
        await page.EnterAsync("Ano", "1991");
        await page.PressAsync("Criar registo");
        await page.SeeAsync("Registo criado.");
    }

    private static Task CheckAsync(IPage page, bool axe) => axe ? page.ShouldBeAccessibleAsync() : Task.CompletedTask;
}
