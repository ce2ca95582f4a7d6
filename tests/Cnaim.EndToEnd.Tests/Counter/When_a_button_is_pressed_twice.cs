using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>P07: a double click in a real browser makes one record, also where no script holds the second one back.</summary>
public sealed class When_a_button_is_pressed_twice(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_register_one_person(bool scripts)
    {
        var name = PeopleSteps.NewName();
        var page = await _desks.AtAsync("demo-mediator", scripts);
        await page.GotoAsync("/people/new");
        await page.EnterAsync("Nomes próprios", name);
        await page.EnterAsync("Ano", "1990");
        var sent = 0;
        page.Request += (_, request) => sent += request is { Method: "POST", IsNavigationRequest: true } ? 1 : 0;

        await page.GetByRole(AriaRole.Button, new() { Name = "Criar registo" }).DblClickAsync();
        await page.WaitForURLAsync(address => !address.EndsWith("/people/new", StringComparison.Ordinal));

        TestContext.Current.TestOutputHelper?.WriteLine($"{sent} sent");
        sent.ShouldBeGreaterThan(0);
        var record = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync("/people/search");
        await page.EnterAsync("Nome ou número de processo", name);
        await page.PressAsync("Procurar");
        await page.GetByRole(AriaRole.Link, new() { Name = name }).First.WaitForAsync();
        var found = await page.GetByRole(AriaRole.Link, new() { Name = name }).EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        found.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldStartWith(record);
    }
}
