using System.Net;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S24: the network's services, for everybody.</summary>
public sealed class When_a_service_is_looked_up(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_be_found_by_filters_and_by_name(bool scripts)
    {
        var page = await _desks.OpenAsync(scripts);
        await page.GotoAsync("/directory");
        await CheckAsync(page, scripts);
        await page.GetByLabel("Tipo de serviço").SelectOptionAsync("support_office");
        await page.GetByLabel("Concelho").SelectOptionAsync("Lisboa");
        await page.PressAsync("Aplicar filtros");
        await page.GetByRole(AriaRole.Link, new() { Name = "Gabinete de Apoio Jurídico ao Imigrante" }).WaitForAsync();
        new Uri(page.Url).Query.ShouldContain("theme=support_office");
        await CheckAsync(page, scripts);

        await page.GotoAsync("/directory");
        await page.PressAsync("Procurar");
        await page.SeeAsync("Indique o que procura");
        await CheckAsync(page, scripts);
        await page.EnterAsync("Nome do serviço ou do lugar", "traducao telefonica");
        await page.PressAsync("Procurar");
        await page.GetByRole(AriaRole.Heading, new() { Name = "1 serviço encontrado" }).WaitForAsync();
        new Uri(page.Url).Query.ShouldBeEmpty();
        await page.FollowAsync("Serviço de Tradução Telefónica");
        await page.SeeAsync("Entidade");
        await CheckAsync(page, scripts);
    }

    [Fact]
    public async Task Should_name_what_can_be_called_from_everywhere_when_nothing_fits()
    {
        var page = await _desks.OpenAsync();
        await page.GotoAsync("/directory?theme=mobile&place=Porto");
        await page.SeeAsync("Nenhum serviço corresponde.");
        await page.FollowAsync("Linha de Apoio a Migrantes");
        await page.SeeAsync("+351");
    }

    /// <summary>What is on every door is open, at the API as well; what is about the work behind it is not.</summary>
    [Theory]
    [InlineData("services", HttpStatusCode.OK)]
    [InlineData("locations", HttpStatusCode.OK)]
    [InlineData("centres", HttpStatusCode.Unauthorized)]
    [InlineData("candidates", HttpStatusCode.Unauthorized)]
    public async Task Should_ask_strangers_for_a_token_where_it_is_not_published(string kind, HttpStatusCode status)
    {
        using var stranger = new HttpClient { BaseAddress = fixture.Platform.Demo.Gateway };
        using var answer = await stranger.GetAsync("/api/directory/v1/" + kind, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(status);
    }

    private static Task CheckAsync(IPage page, bool axe) => axe ? page.ShouldBeAccessibleAsync() : Task.CompletedTask;
}
