using System.Net;
using System.Text.Json.Nodes;
using Cnaim.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>An agent works on a case of the office, in one tab and in two.</summary>
public sealed class When_a_case_is_followed(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_wait_go_on_end_and_be_opened_again(bool scripts)
    {
        var path = $"/cases/{await OpenCaseAsync()}";
        var page = await _desks.AtAsync("demo-health", scripts);
        await page.FollowAsync("Casos");
        await page.HeadingAsync("Casos do serviço");
        await CheckAsync(page, scripts);
        await page.Locator($"a[href='{path}']").ClickAsync();
        await page.PressAsync("Esperar pela pessoa");
        await page.SeeAsync("O caso espera pela pessoa.");
        await CheckAsync(page, scripts);
        await page.PressAsync("Retomar");
        await page.SeeAsync("Caso retomado.");
        await page.PressAsync("Encerrar o caso");
        await page.PressAsync("Encerrar o caso");
        await page.SeeAsync("Selecione como terminou");
        await CheckAsync(page, scripts);
        await page.ChooseAsync("Resolvido");
        await page.PressAsync("Encerrar o caso");
        await page.SeeAsync("Caso encerrado.");
        await page.PressAsync("Reabrir");
        await page.SeeAsync("Caso reaberto.");
        await page.GotoAsync("/cases?state=closed");
        await page.SeeAsync("Remover filtro:");
        await CheckAsync(page, scripts);
    }

    /// <summary>M10: what was asked in the second tab was asked of something that is no more.</summary>
    [Fact]
    public async Task Should_show_what_it_was_and_what_it_is_in_the_second_tab()
    {
        var path = $"/cases/{await OpenCaseAsync()}";
        var first = await _desks.AtAsync("demo-health");
        var second = await first.Context.NewPageAsync();
        await first.GotoAsync(path);
        await second.GotoAsync(path);
        await first.PressAsync("Esperar pela pessoa");
        await first.SeeAsync("O caso espera pela pessoa.");

        await second.PressAsync("Esperar por outra entidade");

        await second.SeeAsync("Alguém alterou este registo entretanto.");
        (await second.Locator(".govuk-inset-text:visible").InnerTextAsync()).ShouldSatisfyAllConditions(text => text.ShouldContain("Em curso"), text => text.ShouldContain("À espera da pessoa"));
        await second.ShouldBeAccessibleAsync();
        await second.ShouldReflowAsync();
        await second.PressAsync("Esperar por outra entidade");
        await second.SeeAsync("O caso espera por outra entidade.");
    }

    [Theory]
    [InlineData("demo-borders")]
    [InlineData("demo-administrator")]
    public async Task Should_not_be_there_for_others(string account)
    {
        var path = $"/cases/{await OpenCaseAsync()}";
        var page = await _desks.AtAsync(account);
        (await page.GotoAsync(path))!.Status.ShouldBe(404);
    }

    private async Task<string> OpenCaseAsync()
    {
        using var api = new Api(fixture.Platform);
        var body = new JsonObject { ["personId"] = new string('A', 26), ["request"] = "health.user-number" };
        return (await api.PostAsync(Api.Agent("health"), "/api/health/v1/cases", body)).ShouldBe(HttpStatusCode.Created).Id;
    }

    private static Task CheckAsync(IPage page, bool axe) => axe ? page.ShouldBeAccessibleAsync() : Task.CompletedTask;
}
