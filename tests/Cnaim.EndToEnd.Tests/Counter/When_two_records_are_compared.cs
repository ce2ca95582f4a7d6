using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S11 and C4: two records that may be one person; one member of staff proposes, another decides, and it can be undone.</summary>
public sealed class When_two_records_are_compared(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_be_joined_by_two_and_come_apart_again(bool scripts)
    {
        var page = await _desks.AtAsync("demo-mediator", scripts);
        var name = PeopleSteps.NewName();
        var first = await page.RegisterAsync(name);
        await page.GotoAsync(first + "/matches");
        await page.SeeAsync("Nenhum registo parecido por decidir.");
        await page.CheckAsync(scripts);
        var second = await page.RegisterAsync(name);
        await page.SeeAsync("Há 1 registo parecido. Veja se é a mesma pessoa antes de continuar.");
        await page.CheckAsync(scripts);
        await page.FollowAsync("Comparar os registos");
        await page.HeadingAsync("Registos parecidos");
        await page.SeeAsync("Em comum: nome, nascimento.");
        (await page.GetByRole(AriaRole.Row, new() { Name = "Nomes próprios" }).InnerTextAsync()).ShouldContain("Igual");
        await page.CheckAsync(scripts);
        (await page.TitleAsync()).ShouldNotContain(name);

        await page.AnswerAsync("É esta pessoa");
        await page.SeeAsync("Proposta enviada. Outra pessoa confirma.");
        await page.GotoAsync(second + "/matches");
        await page.SeeAsync("A sua proposta espera por outra pessoa");
        (await page.GetByRole(AriaRole.Button, new() { Name = "Confirmar que é a mesma pessoa" }).CountAsync()).ShouldBe(0);
        await page.CheckAsync(scripts);

        var coordinator = await _desks.AtAsync("demo-coordinator", scripts);
        await coordinator.GotoAsync("/people/merges");
        await coordinator.HeadingAsync("Registos a juntar");
        await coordinator.CheckAsync(scripts);
        await coordinator.GotoAsync(second + "/matches");
        await coordinator.AnswerAsync("Confirmar que é a mesma pessoa");
        await coordinator.SeeAsync("Registos juntados.");
        new Uri(coordinator.Url).AbsolutePath.ShouldBe(first, "the older record goes on");
        await coordinator.CheckAsync(scripts);

        await coordinator.FollowAsync("Separar os registos");
        await coordinator.SeeAsync("Nada se perde.");
        await coordinator.CheckAsync(scripts);
        await coordinator.PressAsync("Separar os registos");
        await coordinator.SeeAsync("Registos separados.");
        (await coordinator.GetByText("registo parecido").CountAsync()).ShouldBe(0, "they are known to be two");
    }

    [Fact]
    public async Task Should_leave_a_doubt_to_the_coordinator_and_be_told_apart_by_one()
    {
        var (page, coordinator) = (await _desks.AtAsync("demo-mediator"), await _desks.AtAsync("demo-coordinator"));
        var name = PeopleSteps.NewName();
        var first = await page.RegisterAsync(name);
        var second = await page.RegisterAsync(name, year: "1991");
        await page.FollowAsync("Comparar os registos");
        await page.AnswerAsync("Não tenho a certeza");
        await page.SeeAsync("Enviado à coordenação.");

        await coordinator.GotoAsync("/");
        await coordinator.GetByRole(AriaRole.Heading, new() { Name = "Registos a juntar" }).WaitForAsync();
        await coordinator.ShouldBeAccessibleAsync();
        await coordinator.GotoAsync($"{second}/matches/{Id(first)}");
        await coordinator.SeeAsync("Alguém não tem a certeza");
        await coordinator.ShouldBeAccessibleAsync();
        await coordinator.AnswerAsync("Não é a mesma pessoa");
        await coordinator.SeeAsync("Ficou registado que são duas pessoas.");
        (await coordinator.GotoAsync($"{second}/matches/{Id(first)}"))!.Status.ShouldBe(404);
    }

    /// <summary>What was decided in the meantime is said, and nothing is decided twice.</summary>
    [Fact]
    public async Task Should_say_that_somebody_was_faster()
    {
        var (page, coordinator) = (await _desks.AtAsync("demo-mediator"), await _desks.AtAsync("demo-coordinator"));
        var name = PeopleSteps.NewName();
        await page.RegisterAsync(name);
        var second = await page.RegisterAsync(name);
        await page.GotoAsync(second + "/matches");
        await coordinator.GotoAsync(second + "/matches");
        await coordinator.AnswerAsync("Não é a mesma pessoa");
        await coordinator.SeeAsync("Ficou registado que são duas pessoas.");

        await page.AnswerAsync("É esta pessoa");

        await page.SeeAsync("Alguém decidiu sobre estes registos entretanto.");
        await page.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task Should_take_no_more_keys_than_its_target()
    {
        var mediator = await _desks.AtAsync("demo-mediator");
        var name = PeopleSteps.NewName();
        var first = await mediator.RegisterAsync(name);
        var second = await mediator.RegisterAsync(name);
        await mediator.FollowAsync("Comparar os registos");
        await mediator.AnswerAsync("É esta pessoa");
        await mediator.SeeAsync("Proposta enviada.");
        var page = await _desks.AtAsync("demo-coordinator");
        await page.GotoAsync($"{first}/matches/{Id(second)}"); // on the home page it is one stop further for each pair that waits before it
        var keys = await CountedKeys.OnAsync(page);
        await keys.TabToAsync("Confirmar que é a mesma pessoa");
        await keys.PressAsync("Enter");
        await page.SeeAsync("Registos juntados.");
        keys.ShouldKeepTo("C4");
    }

    [Fact]
    public async Task Should_look_alike_when_hidden_and_when_missing()
    {
        var mediator = await _desks.AtAsync("demo-mediator");
        var name = PeopleSteps.NewName();
        var first = await mediator.RegisterAsync(name);
        var second = await mediator.RegisterAsync(name);
        var nobody = "/people/" + new string('a', 26);

        foreach (var stranger in new[] { await _desks.AtAsync("demo-borders"), await _desks.AtAsync("demo-health") })
        {
            await stranger.ShouldBeHiddenLikeMissingAsync(second + "/matches", nobody + "/matches");
            await stranger.ShouldBeHiddenLikeMissingAsync($"{second}/matches/{Id(first)}", $"{nobody}/matches/{new string('b', 26)}");
            await stranger.ShouldBeHiddenLikeMissingAsync($"{second}/matches/{Id(first)}/separate", $"{nobody}/matches/{new string('b', 26)}/separate");
        }
    }

    /// <summary>A record for named staff is no candidate, and its page says of no other.</summary>
    [Fact]
    public async Task Should_show_no_record_that_is_for_named_staff()
    {
        var (mediator, coordinator) = (await _desks.AtAsync("demo-mediator"), await _desks.AtAsync("demo-coordinator"));
        var name = PeopleSteps.NewName();
        var first = await mediator.RegisterAsync(name);
        await mediator.GotoAsync(first + "/protect");
        await mediator.PressAsync("Proteger o registo");
        await mediator.SeeAsync("Registo protegido.");

        await coordinator.RegisterAsync(name);

        (await coordinator.GetByText("registo parecido").CountAsync()).ShouldBe(0);
    }

    private static string Id(string path) => path["/people/".Length..];
}
