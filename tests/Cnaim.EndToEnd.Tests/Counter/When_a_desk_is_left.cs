using Cnaim.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S35 and P12: a pause, a session that ends, a connection that is lost; what was typed is still there.</summary>
public sealed class When_a_desk_is_left(PlatformFixture fixture, Browser browser)
{
    private const string WrongCode = "não está certo";
    private const string Sought = "Nome ou número de processo";
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true, "demo-portuguese-language")]
    [InlineData(false, "demo-labour-conditions")]
    public async Task Should_show_nothing_until_the_password_is_given(bool scripts, string account)
    {
        var page = await SignedInAsync(account, scripts);
        await page.GotoAsync("/people/search");
        await page.PressAsync("Pausar");
        await page.HeadingAsync("Balcão em pausa");
        await CheckAsync(page, scripts);
        foreach (var path in new[] { "/people/search", "/people/new", "/referrals" })
        {
            await page.GotoAsync(path);
            await page.HeadingAsync("Balcão em pausa");
        }

        await page.EnterAsync("Palavra-passe", "a wrong password");
        await page.PressAsync("Voltar ao trabalho");
        await page.SeeAsync("não está certo");
        await page.EnterAsync("Palavra-passe", _desks.Password);
        await page.PressAsync("Voltar ao trabalho");
        new Uri(page.Url).AbsolutePath.ShouldBe("/referrals");
    }

    [Fact]
    public async Task Should_answer_nothing_even_when_the_browser_forgets_the_pause()
    {
        var page = await SignedInAsync("demo-voter-registration");
        await page.PressAsync("Pausar");
        await page.HeadingAsync("Balcão em pausa");
        await page.Context.ClearCookiesAsync(new() { Name = "cnaim-paused" });
        await page.GotoAsync("/people/search");
        await page.HeadingAsync("Entrar");
    }

    [Theory]
    [InlineData(true, "demo-employment")]
    [InlineData(false, "demo-qualifications")]
    public async Task Should_keep_a_form_that_came_too_late_for_its_owner(bool scripts, string account)
    {
        var page = await SignedInAsync(account, scripts);
        await page.GotoAsync("/people/search");
        await page.EnterAsync(Sought, "Alfazema Tardia");
        await page.Context.ClearCookiesAsync(new() { Name = "cnaim" }); // as when another tab has signed out

        await page.PressAsync("Procurar");
        await page.HeadingAsync("Entrar");
        await SignInAsync(page, account);
        await page.HeadingAsync("Guardámos o que escreveu");
        await CheckAsync(page, scripts);
        await page.PressAsync("Enviar agora");
        await SoughtAsync(page, "Alfazema Tardia");
    }

    [Fact]
    public async Task Should_warn_two_minutes_before_the_end_and_stay_when_asked()
    {
        var page = await SignedInAsync("demo-consumer-support");
        await page.Clock.InstallAsync();
        await page.GotoAsync("/people/new");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Ainda está aí?" });
        await ForwardAsync(page, "12:58");
        (await dialog.IsVisibleAsync()).ShouldBeFalse();
        await ForwardAsync(page, "00:03");
        await dialog.WaitForAsync();
        await page.ShouldBeAccessibleAsync();
        (await page.EvaluateAsync<bool>("document.getElementById('idle').contains(document.activeElement)")).ShouldBeTrue();

        await page.Keyboard.PressAsync("Escape");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await ForwardAsync(page, "12:30");
        (await dialog.IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_sign_out_at_the_end_and_give_back_what_was_typed()
    {
        var page = await SignedInAsync("demo-debt-support");
        await page.Clock.InstallAsync();
        await page.GotoAsync("/people/search");
        await page.EnterAsync(Sought, "Alecrim Ausente");
        await ForwardAsync(page, "15:01");
        await page.HeadingAsync("Entrar");
        await page.SeeAsync("Terminámos a sua sessão para proteger os dados.");
        await SignInAsync(page, "demo-debt-support");
        await page.HeadingAsync("Guardámos o que escreveu");
        await page.PressAsync("Enviar agora");
        await SoughtAsync(page, "Alecrim Ausente");
    }

    [Fact]
    public async Task Should_end_in_both_tabs_and_be_extended_in_both()
    {
        var page = await SignedInAsync("demo-entrepreneurship");
        await page.Clock.InstallAsync();
        await page.GotoAsync("/people/new");
        await ForwardAsync(page, "13:01");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Ainda está aí?" });
        await dialog.WaitForAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/people/search"); // work in the other tab
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        await ForwardAsync(other, "15:01");
        await other.HeadingAsync("Entrar");
        await page.HeadingAsync("Entrar");
    }

    [Fact]
    public async Task Should_hold_a_form_while_there_is_no_connection()
    {
        var page = await _desks.AtAsync("demo-mediator");
        await page.GotoAsync("/people/new");
        await page.EnterAsync("Nomes próprios", "Hortelã Desligada");
        await page.Context.SetOfflineAsync(true);
        await page.PressAsync("Criar registo");
        await page.SeeAsync("Sem ligação.");
        (await page.GetByLabel("Nomes próprios", new() { Exact = true }).InputValueAsync()).ShouldBe("Hortelã Desligada");
        await page.Context.SetOfflineAsync(false);
        await page.SeeAsync("Registo criado.");
    }

    [Fact]
    public async Task Should_search_again_by_the_back_button_without_a_name_in_any_address()
    {
        var page = await _desks.AtAsync("demo-mediator");
        await page.GotoAsync("/people/new");
        await page.EnterAsync("Nomes próprios", "Poejo Procurado");
        await page.PressAsync("Criar registo");
        await page.SeeAsync("Registo criado.");
        await page.GotoAsync("/people/search");
        await page.EnterAsync(Sought, "Poejo Procurado");
        await page.PressAsync("Procurar");
        await page.FollowAsync("Poejo Procurado");
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Poejo Procurado" }).First.WaitForAsync();
        page.Url.ShouldNotContain("Poejo");

        var stranger = await _desks.AtAsync("demo-coordinator");
        (await stranger.GotoAsync(new Uri(page.Url).AbsolutePath))!.Status.ShouldBe(404);
        await stranger.SeeAsync("Esta pesquisa já terminou.");
        await stranger.ShouldBeAccessibleAsync();
    }

    private async Task<IPage> SignedInAsync(string account, bool scripts = true)
    {
        var page = await _desks.OpenAsync(scripts);
        await page.GotoAsync("/account/sign-in");
        await SignInAsync(page, account);
        await page.GetByRole(AriaRole.Button, new() { Name = "Terminar sessão" }).First.WaitForAsync();
        return page;
    }

    // The clock has no limit of its own, and a page may leave while it runs.
    private static Task ForwardAsync(IPage page, string time) => page.Clock.FastForwardAsync(time).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    private static async Task SoughtAsync(IPage page, string text)
    {
        await page.GetByLabel(Sought, new() { Exact = true }).WaitForAsync();
        (await page.GetByLabel(Sought, new() { Exact = true }).InputValueAsync()).ShouldBe(text);
    }

    // Each test has an account of its own: an account takes a code once.
    private async Task SignInAsync(IPage page, string account)
    {
        await page.EnterAsync("Utilizador", account);
        await page.EnterAsync("Palavra-passe", _desks.Password);
        await page.ContinueAsync();
        for (var tries = 0; tries < 3; tries++)
        {
            var code = _desks.Code;
            await page.EnterAsync("Código", code);
            await page.ContinueAsync();
            await page.WaitForLoadStateAsync();
            if (!await page.GetByText(WrongCode).IsVisibleAsync())
            {
                return;
            }

            await Eventually.SeenAsync(() => Task.FromResult(_desks.Code), next => !string.Equals(next, code, StringComparison.Ordinal), seconds: 35);
        }
    }

    private static Task CheckAsync(IPage page, bool axe) => axe ? page.ShouldBeAccessibleAsync() : Task.CompletedTask;
}
