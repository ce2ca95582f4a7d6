using System.Globalization;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S21 and S22: a mediator at a day and hour, or a number to dial.</summary>
public sealed class When_an_interpreter_is_needed(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_book_a_mediator_and_ask_for_another_without_a_reason(bool scripts)
    {
        var page = await _desks.AtAsync("demo-coordinator", scripts);
        await page.FollowAsync("Intérpretes");
        await CheckAsync(page, scripts);
        await page.PressAsync("Procurar");
        await page.SeeAsync("Selecione a língua");
        await CheckAsync(page, scripts);
        await page.GetByLabel("Língua", new() { Exact = true }).SelectOptionAsync("kea");
        await page.PressAsync("Procurar");
        await page.SeeAsync("Intérpretes de crioulo de Cabo Verde");
        await CheckAsync(page, scripts);

        await BookAsync(page, scripts);
        var first = await WhoAsync(page);
        await page.PressAsync("Pedir outra pessoa");
        await page.SeeAsync("Foi proposta outra pessoa.");
        (await WhoAsync(page)).ShouldNotBe(first);

        await page.GetByText("Cancelar a marcação").First.ClickAsync();
        await page.PressAsync("Cancelar a marcação");
        await page.SeeAsync("Selecione o motivo");
        await CheckAsync(page, scripts);
        await page.ChooseAsync("Já não é preciso");
        await page.PressAsync("Cancelar a marcação");
        await page.SeeAsync("Marcação cancelada.");
    }

    [Fact]
    public async Task Should_leave_out_whom_the_person_does_not_want_and_put_it_into_no_address()
    {
        var page = await _desks.AtAsync("demo-coordinator");
        await page.GotoAsync("/mediators?language=kea");
        var names = page.Locator(".cn-mediator h3");
        var unwanted = await names.First.InnerTextAsync();

        await page.Locator(".cn-mediator").First.GetByRole(AriaRole.Button, new() { Name = "Pedir outra pessoa" }).ClickAsync();

        await page.WaitForFunctionAsync("name => !document.body.innerText.includes(name)", unwanted);
        (await names.AllInnerTextsAsync()).ShouldNotBeEmpty();
        new Uri(page.Url).Query.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_say_in_order_what_else_can_be_done()
    {
        var page = await _desks.AtAsync("demo-coordinator");
        await page.GotoAsync("/mediators?language=en");
        await page.GetByLabel("Nível mínimo").SelectOptionAsync("native");
        await page.GetByLabel("Também fala (opcional)").SelectOptionAsync("fr");
        await page.GetByLabel("Língua", new() { Exact = true }).SelectOptionAsync("mnk");
        await page.PressAsync("Procurar");
        await page.HeadingAsync("Encontrar intérprete");
        await page.ShouldBeAccessibleAsync();

        // By day somebody may be free: then there is nothing else to do.
        var steps = await page.Locator(".cn-steps > li").AllInnerTextsAsync();
        (steps.Count is 0 or 3).ShouldBeTrue(string.Join('|', steps));
        (await page.Locator(".cn-mediator .govuk-tag--green").CountAsync() > 0).ShouldBe(steps.Count is 0);
    }

    [Fact]
    public async Task Should_show_a_number_to_dial_within_nine_keys()
    {
        var page = await _desks.AtAsync("demo-mediator");
        await page.GotoAsync("/interpreting/new");
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Língua");
        await keys.TypeAsync("tetum");
        await keys.PressAsync("Enter");

        await page.HeadingAsync("Tradução por telefone: tétum");
        keys.ShouldKeepTo("M6");
        (await page.Locator(".cn-dial__number").First.InnerTextAsync()).ShouldStartWith("0000 100");
        await page.ShouldBeAccessibleAsync();
        new Uri(page.Url).Query.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_keep_the_times_of_a_call_and_how_it_went(bool scripts)
    {
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.GotoAsync("/interpreting/new");
        await CheckAsync(page, scripts);
        await page.PressAsync("Pedir número");
        await page.SeeAsync("Indique a língua");
        await page.EnterAsync("Língua", "crioulo");
        await page.PressAsync("Pedir número");
        await page.SeeAsync("Qual destas");
        await CheckAsync(page, scripts);
        await page.ChooseAsync("crioulo da Guiné-Bissau – kriol");
        await page.PressAsync("Pedir número");
        await page.SeeAsync("Pronta a ligar");

        await page.PressAsync("Estamos os três em linha");
        await page.SeeAsync("Chamada começada.");
        await page.PressAsync("Mais 10 minutos");
        await page.SeeAsync("A chamada tem mais 10 minutos.");
        await page.PressAsync("Terminar a chamada");
        await page.SeeAsync("Chamada terminada.");
        await CheckAsync(page, scripts);
        await page.ChooseAsync("3 – Bem");
        await page.PressAsync("Guardar");
        await page.SeeAsync("Como correu: 3 – Bem");
        await CheckAsync(page, scripts);
    }

    [Fact]
    public async Task Should_say_how_long_it_takes_when_every_line_is_taken()
    {
        var page = await _desks.AtAsync("demo-mediator");
        for (var lines = 0; lines < 2; lines++) // the sandbox has one line for this language
        {
            await page.GotoAsync("/interpreting/new?language=hu");
            await page.PressAsync("Pedir número");
            await page.HeadingAsync("Tradução por telefone: húngaro");
        }

        await page.SeeAsync("Nenhum intérprete está livre agora.");
        await page.SeeAsync("Espera prevista:");
        await page.ShouldBeAccessibleAsync();
        await page.FollowAsync("Frases úteis nesta língua");
        await page.SeeAsync("Peça ajuda a um mediador.");
    }

    [Fact]
    public async Task Should_show_a_mediator_the_own_bookings()
    {
        var page = await _desks.AtAsync("demo-mediator");
        await page.FollowAsync("Intérpretes");
        await page.FollowAsync("As minhas marcações");
        await page.HeadingAsync("As minhas marcações");
        await page.ShouldBeAccessibleAsync();
    }

    // Within the fortnight that rotas are looked at, on a Wednesday: whenever the test runs.
    private static async Task BookAsync(IPage page, bool scripts)
    {
        await page.Locator(".cn-mediator").First.GetByRole(AriaRole.Button, new() { Name = "Marcar" }).ClickAsync();
        await page.HeadingAsync("Marcar intérprete");
        await CheckAsync(page, scripts);
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(6);
        day = day.AddDays(((int)DayOfWeek.Wednesday - (int)day.DayOfWeek + 7) % 7);
        await page.EnterAsync("Dia", day.Day.ToString(CultureInfo.InvariantCulture));
        await page.EnterAsync("Mês", day.Month.ToString(CultureInfo.InvariantCulture));
        await page.EnterAsync("Ano", day.Year.ToString(CultureInfo.InvariantCulture));
        await page.EnterAsync("Hora", "quase meio-dia");
        await page.PressAsync("Marcar");
        await page.SeeAsync("Indique um dia e uma hora que existam");
        await page.EnterAsync("Hora", "11:30");
        await page.PressAsync("Marcar");
        await page.SeeAsync("Intérprete marcado.");
        await CheckAsync(page, scripts);
    }

    private static Task<string> WhoAsync(IPage page) => page.Locator(".govuk-summary-list__value").First.InnerTextAsync();

    private static Task CheckAsync(IPage page, bool axe) => axe ? page.ShouldBeAccessibleAsync() : Task.CompletedTask;
}
