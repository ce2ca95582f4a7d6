using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>R1, M1 to M5, A1 and A3 in one visit: ticket, call, record, screening, consent, two referrals, two answers.</summary>
public sealed class When_a_visit_is_played(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);
    private readonly List<string> _traces = [];

    [Fact]
    public async Task Should_be_accessible_valid_and_readable_at_400_percent_on_every_page()
    {
        var html = new HtmlFaults();

        await PlayAsync(scripts: true, async (page, name) =>
        {
            await page.PictureAsync(name);
            html.Watch(page);
            await page.ShouldBeAccessibleAsync();
            await page.ShouldReflowAsync();
        });

        var (pages, faults) = await html.FindAsync(TestContext.Current.CancellationToken);
        pages.ShouldBeGreaterThan(12);
        faults.ShouldBeEmpty();
    }

    [Fact]
    public Task Should_work_without_scripts() => PlayAsync(scripts: false, (_, _) => Task.CompletedTask);

    [Fact]
    public async Task Should_show_the_slip_with_a_number_and_a_code_and_no_unknown_desk()
    {
        var page = await _desks.AtAsync("demo-coordinator");
        await page.FollowAsync("Receção");
        await page.GetByRole(AriaRole.Button, new() { Name = "Acolhimento e triagem" }).ClickAsync();
        await page.HeadingAsync("Senha");
        (await page.Locator(".cn-slip__number").InnerTextAsync()).ShouldMatch(@"^[A-Z]\d{3}$");
        (await page.GetByRole(AriaRole.Img, new() { Name = "Código para ver a senha no telemóvel" }).CountAsync()).ShouldBe(1);
        (await page.GetByText("2.ª via").CountAsync()).ShouldBe(1, "only the button that prints one");

        await page.GotoAsync("/counter?change=true");
        await page.EnterAsync("Número do balcão", "99999");
        await page.ContinueAsync();
        await page.SeeAsync("Não há balcão 99999 neste centro");
        await page.ShouldBeAccessibleAsync();
    }

    [Theory]
    [InlineData("/help", "Ajuda")]
    [InlineData("/accessibility", "Acessibilidade")]
    [InlineData("/privacy", "Privacidade")]
    public async Task Should_say_to_anybody_how_it_works_and_let_them_leave(string path, string title)
    {
        var page = await _desks.OpenAsync();
        await page.GotoAsync(path);
        await page.HeadingAsync(title);
        (await page.GetByRole(AriaRole.Button, new() { Name = "Sair desta página" }).GetAttributeAsync("href")).ShouldBe("/exit");
        await page.ShouldBeAccessibleAsync();
        await page.ShouldReflowAsync();
    }

    [Fact]
    public async Task Should_leave_nothing_behind_at_exit()
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = fixture.Platform.Demo.Gateway };
        client.DefaultRequestHeaders.Add("Cookie", "cnaim=something");

        using var answer = await client.GetAsync(new Uri("/exit", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.Headers.Location!.Host.ShouldBe("www.ipma.pt");
        answer.Headers.GetValues("Clear-Site-Data").ShouldBe(["\"cache\""]);
        answer.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith("cnaim=;", StringComparison.Ordinal));
    }

    // No address, title or cookie says who the person is.
    private async Task PlayAsync(bool scripts, Func<IPage, string, Task> look)
    {
        var tour = new VisitTour(_desks, async (page, name) =>
        {
            _traces.Add(page.Url);
            _traces.Add(await page.TitleAsync());
            _traces.AddRange((await page.Context.CookiesAsync()).Select(cookie => cookie.Value));
            await look(page, name);
        });
        await tour.PlayAsync(desk: "2", scripts);

        _traces.Count.ShouldBeGreaterThan(20);
        _traces.ShouldAllBe(trace => !trace.Contains("Alecrim", StringComparison.OrdinalIgnoreCase));
    }
}
