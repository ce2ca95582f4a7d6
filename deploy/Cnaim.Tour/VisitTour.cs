using Microsoft.Playwright;

namespace Cnaim.Tour;

/// <summary>
/// A person's whole visit, as three members of staff do it in their browsers: ticket, call, record, screening in Cape Verdean Creole, consent, two referrals; two
/// offices accept and complete; the answers come back and the visit ends. The person is invented.
/// </summary>
/// <param name="desks">Where they work.</param>
/// <param name="seen">Told of each page when it is complete, with its name.</param>
public sealed class VisitTour(StaffDesks desks, Func<IPage, string, Task> seen)
{
    /// <summary>The invented person's given name, which no address and no cookie may carry.</summary>
    public const string Given = "Alecrim-do-norte";

    private const string Person = Given + " Semfim";

    /// <summary>Plays it.</summary>
    /// <param name="desk">The number of the mediator's desk.</param>
    /// <param name="scripts">Whether scripts run.</param>
    /// <returns>The mediator's page at the end.</returns>
    public async Task<IPage> PlayAsync(string desk, bool scripts = true)
    {
        var number = await IssueAsync(await desks.AtAsync("demo-coordinator", scripts));
        var mediator = await desks.AtAsync("demo-mediator", scripts);
        await seen(mediator, "home");
        await CallAsync(mediator, desk, number);
        await RegisterAsync(mediator, number);
        await ScreenAsync(mediator);
        await ReferAsync(mediator);
        await CompleteAsync(await desks.AtAsync("demo-tax", scripts), "Pedir NIF", isShown: true);
        await CompleteAsync(await desks.AtAsync("demo-social-support", scripts), "Prova de morada", isShown: false);
        await EndAsync(mediator);
        return mediator;
    }

    private async Task<string> IssueAsync(IPage page)
    {
        await page.FollowAsync("Receção");
        await page.HeadingAsync("Receção");
        await seen(page, "reception");
        await page.ChooseAsync("crioulo de Cabo Verde");
        await page.GetByRole(AriaRole.Button, new() { Name = "Acolhimento e triagem" }).ClickAsync();
        await page.HeadingAsync("Senha");
        await seen(page, "slip");
        return await page.Locator(".cn-slip__number").InnerTextAsync();
    }

    private async Task CallAsync(IPage page, string desk, string number)
    {
        await page.GotoAsync("/counter?change=true");
        await page.EnterAsync("Número do balcão", desk);
        await page.ContinueAsync();
        await page.HeadingAsync($"Balcão {desk}");
        if (await page.GetByRole(AriaRole.Button, new() { Name = "Abrir balcão" }).CountAsync() > 0)
        {
            await page.PressAsync("Abrir balcão");
        }

        // Others may wait before; each is called in turn.
        for (var calls = 0; calls < 20; calls++)
        {
            await page.PressAsync("Chamar o seguinte");
            if (string.Equals(await page.Locator(".cn-current__number").InnerTextAsync(), number, StringComparison.Ordinal))
            {
                await page.PressAsync("Começar atendimento");
                await page.SeeAsync("Em atendimento");
                await seen(page, "counter");
                return;
            }
        }

        throw new InvalidOperationException($"{number} was never called.");
    }

    private async Task RegisterAsync(IPage page, string number)
    {
        await page.FollowAsync("Procurar ou registar a pessoa");
        await page.EnterAsync("Nome ou número de processo", Person);
        await page.PressAsync("Procurar");
        await seen(page, "search");
        await page.PressAsync("Criar registo novo");
        await page.HeadingAsync("Registo novo");
        await page.EnterAsync("Nomes próprios", Given);
        await page.EnterAsync("Ano", "1990");
        await page.GetByLabel("Língua que prefere falar").SelectOptionAsync("kea");
        await seen(page, "new-person");
        await page.PressAsync("Criar registo");
        await page.SeeAsync($"Está a atender a senha {number}");
        await seen(page, "person");
        await page.PressAsync("A senha é desta pessoa");
        await page.SeeAsync("Senha ligada a este processo.");
        await page.PressAsync("Encontrar intérprete");
        await page.SeeAsync("Intérpretes de crioulo de Cabo Verde");
        await seen(page, "mediators");
        await page.FollowAsync("Balcão");
        await page.FollowAsync("Abrir o processo da pessoa");
    }

    private async Task ScreenAsync(IPage page)
    {
        await page.PressAsync("Começar a triagem");
        await page.HeadingAsync("Triagem");
        await page.SeeAsync("Esta triagem faz-se em crioulo de Cabo Verde");
        await page.ChooseAsync("Passaporte válido");
        await seen(page, "interview");
        await page.PressAsync("Guardar e ver o resultado");
        await page.HeadingAsync("Resultado da triagem");
        await seen(page, "result");
    }

    private async Task ReferAsync(IPage page)
    {
        await page.ChooseAsync("Finanças");
        await page.ChooseAsync("Apoio social");
        await page.PressAsync("Continuar para o consentimento");
        await page.HeadingAsync("Consentimento");
        foreach (var agreed in new[] { "Finanças", "Apoio social", "Identidade", "Contactos", "Assinatura em papel" })
        {
            await page.ChooseAsync(agreed);
        }

        await page.EnterAsync("Quem interpretou", "M-017");
        await seen(page, "consent");
        await page.PressAsync("Registar consentimento e encaminhar");
        await page.SeeAsync("Encaminhamento criado.");
        await seen(page, "worklist");
    }

    private async Task CompleteAsync(IPage page, string request, bool isShown)
    {
        await page.ReloadUntilAsync("/referrals?status=requested", request);
        await page.FollowAsync(request);
        await page.PressAsync("Ver os dados partilhados");
        await page.SeeAsync(Given);
        if (isShown)
        {
            await seen(page, "referral");
        }

        await page.PressAsync("Aceitar");
        await page.SeeAsync("Encaminhamento aceite.");
        await page.PressAsync("Concluir");
        await page.ChooseAsync("Resolvido");
        if (isShown)
        {
            await seen(page, "outcome");
        }

        await page.PressAsync("Concluir");
        await page.SeeAsync("O serviço que enviou foi avisado.");
    }

    private async Task EndAsync(IPage page)
    {
        await page.ReloadUntilAsync("/referrals?direction=sent&status=completed", "Pedir NIF");
        await page.ReloadUntilAsync("/referrals?direction=sent&status=completed", "Prova de morada");
        await page.FollowAsync("Balcão");
        await page.FollowAsync("Abrir o processo da pessoa");
        await page.SeeAsync(Given);
        await seen(page, "answers");
        await page.PressAsync("O meu processo");
        await page.SeeAsync("Imprima esta página em A4");
        await seen(page, "my-process");
        await page.FollowAsync("Balcão");
        await page.PressAsync("Terminar atendimento");
        await page.SeeAsync("À espera");
    }
}
