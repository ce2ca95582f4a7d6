using Cnaim.EndToEnd.Tests.Support;
using Dapper;
using Microsoft.Playwright;
using Npgsql;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S28: a partner's developer connects a system and finds out why a delivery failed; with and without scripts.</summary>
public sealed class When_a_partner_connects_a_system(PlatformFixture fixture, Browser browser) : IAsyncLifetime
{
    private const string Account = "demo-partner-developer";
    private readonly Desks _desks = new(fixture.Platform, browser);
    private readonly Partner _partner = new(fixture.Platform, "sandbox-partner");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_add_an_endpoint_see_why_it_fails_and_send_again(bool scripts)
    {
        await using var receiver = await EchoingReceiver.StartAsync();
        var page = await _desks.AtAsync(Account, scripts);
        await page.FollowAsync("Integração");
        await page.HeadingAsync("Integração");
        await page.ShouldBeUsableAsync(scripts);
        await page.FollowAsync("Pontos de receção");
        await page.SeeAsync("Ainda não há pontos de receção.");
        await page.ShouldBeUsableAsync(scripts);

        await page.PressAsync("Novo ponto de receção");
        await page.EnterAsync("Endereço", "http://10.0.0.1/x");
        await page.PressAsync("Criar ponto de receção");
        await page.GetByRole(AriaRole.Link, new() { Name = "Use https e um nome público" }).WaitForAsync();
        await page.ShouldBeUsableAsync(scripts);
        await page.EnterAsync("Endereço", receiver.Url);
        await page.ChooseAsync("Encaminhamento aceite");
        await page.PressAsync("Criar ponto de receção");
        var secret = await SecretAsync(page);
        await page.ShouldBeUsableAsync(scripts);
        await page.PressAsync("Continuar");
        await ShouldShowNoMoreAsync(page, secret, "", "/change", "/secret", "/log");
        await Eventually.SeenAsync(
            async () =>
            {
                await page.ReloadAsync();
                return await page.GetByText("Recebe acontecimentos.", new() { Exact = true }).CountAsync();
            },
            count => count > 0,
            seconds: 30);
        await page.ShouldBeUsableAsync(scripts);

        receiver.Status = 500;
        await page.PressAsync("Enviar acontecimento de teste");
        await page.SeeAsync("O seu sistema respondeu com um erro ou um redirecionamento.");
        await page.SeeAsync("no good today");
        await page.ShouldBeUsableAsync(scripts);
        await page.FollowAsync("Registo de entregas");
        await page.GetByLabel("Resultado").SelectOptionAsync("refused");
        await page.PressAsync("Aplicar filtros");
        await page.GetByRole(AriaRole.Cell, new() { Name = "500" }).WaitForAsync();
        await page.ShouldBeUsableAsync(scripts);
        await page.GetByLabel("Resultado").SelectOptionAsync("gone");
        await page.PressAsync("Aplicar filtros");
        await page.SeeAsync("Nenhum pedido com estes filtros.");
        await page.ShouldBeUsableAsync(scripts);

        receiver.Status = 204;
        await page.FollowAsync("Ponto de receção");
        await page.FollowAsync("Voltar a enviar acontecimentos");
        await page.EnterAsync("Identificadores", "não é nenhum");
        await page.PressAsync("Enviar estes");
        await page.GetByRole(AriaRole.Link, new() { Name = "Indique identificadores" }).WaitForAsync();
        await page.ShouldBeUsableAsync(scripts);
        await page.EnterAsync("Identificadores", Guid.NewGuid().ToString());
        await page.PressAsync("Enviar estes");
        await page.SeeAsync("Nenhum acontecimento para enviar.");
        await page.FollowAsync("Voltar a enviar acontecimentos");
        await page.PressAsync("Enviar desde então");
        await page.HeadingAsync("Ponto de receção");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_pause_change_rotate_resubmit_and_remove(bool scripts)
    {
        await using var receiver = await EchoingReceiver.StartAsync();
        var (id, _) = await _partner.RegisterAsync(receiver.Url);
        await _partner.VerifyAsync(id);
        var page = await _desks.AtAsync(Account, scripts);
        await page.GotoAsync("/partners/endpoints/" + id);
        await page.PressAsync("Pausar entregas");
        await page.SeeAsync("Ponto de receção em pausa.");
        await page.PressAsync("Retomar entregas");
        await page.SeeAsync("Ponto de receção retomado.");

        await page.FollowAsync("Alterar ponto de receção");
        await page.EnterAsync("Pedidos por segundo", "101");
        await page.PressAsync("Guardar");
        await page.GetByRole(AriaRole.Link, new() { Name = "Indique de 1 a 100" }).WaitForAsync();
        await page.ShouldBeUsableAsync(scripts);
        await page.EnterAsync("Pedidos por segundo", "7");
        await page.PressAsync("Guardar");
        await page.SeeAsync("Ponto de receção guardado.");

        await page.FollowAsync("Mudar o segredo");
        await page.ShouldBeUsableAsync(scripts);
        await page.ChooseAsync("1 hora");
        await page.PressAsync("Criar segredo novo");
        var secret = await SecretAsync(page);
        await page.SeeAsync("O segredo anterior também assina até");
        await page.ShouldBeUsableAsync(scripts);
        await page.PressAsync("Continuar");
        await ShouldShowNoMoreAsync(page, secret, "", "/secret");

        receiver.Status = 410;
        await page.GotoAsync("/partners/failing");
        await page.SeeAsync("Todos os pontos de receção recebem.");
        await page.ShouldBeUsableAsync(scripts);
        await DisableAsync(id);
        (receiver.Status, receiver.Echoes) = (200, false);
        await page.ReloadAsync();
        await page.ShouldBeUsableAsync(scripts);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tentar de novo" }).ClickAsync();
        await page.SeeAsync("Continua parado. Resultado do desafio: Desafio não devolvido.");
        await page.ShouldBeUsableAsync(scripts);
        receiver.Echoes = true;
        await page.GetByRole(AriaRole.Button, new() { Name = "Tentar de novo" }).ClickAsync();
        await page.SeeAsync("As entregas continuam pela ordem.");
        await page.GotoAsync("/partners/usage");
        await page.SeeAsync("1 de 20");
        await page.ShouldBeUsableAsync(scripts);

        await page.GotoAsync("/partners/endpoints/" + id);
        await page.FollowAsync("Remover ponto de receção");
        await page.ShouldBeUsableAsync(scripts);
        await page.PressAsync("Remover ponto de receção");
        await page.SeeAsync("Ponto de receção removido.");
    }

    [Fact]
    public async Task Should_not_find_what_is_anothers()
    {
        await using var receiver = await EchoingReceiver.StartAsync();
        await using var agency = new Partner(fixture.Platform, "sandbox-agency");
        var (id, _) = await agency.RegisterAsync(receiver.Url);
        await agency.VerifyAsync(id);
        var attempt = await agency.TestAsync(id);
        var page = await _desks.AtAsync(Account);

        foreach (var path in (string[])["", "/change", "/log", "/log/" + attempt, "/remove", "/replay", "/secret"])
        {
            (await page.GotoAsync($"/partners/endpoints/{id}{path}"))!.Status.ShouldBe(404, path);
        }

        foreach (var path in (string[])["/partners", "/partners/endpoints", "/partners/failing", "/partners/usage", "/partners/credentials", "/partners/agreement"])
        {
            (await page.GotoAsync(path))!.Status.ShouldBe(200, path);
            var text = await page.ContentAsync();
            text.ShouldNotContain(id, Case.Insensitive, path);
            text.ShouldNotContain("sandbox-agency", Case.Insensitive, path);
        }

        (await page.GotoAsync("/partners/credentials/remove?keyId=" + id))!.Status.ShouldBe(404);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _partner.DisposeAsync();

    private static async Task<string> SecretAsync(IPage page)
    {
        var secret = await page.Locator("#secret").InnerTextAsync();
        secret.ShouldStartWith("whsec_");
        return secret;
    }

    /// <summary>On no page of the endpoint at which the browser is.</summary>
    private static async Task ShouldShowNoMoreAsync(IPage page, string secret, params string[] pages)
    {
        var endpoint = new Uri(page.Url).AbsolutePath;
        endpoint.ShouldStartWith("/partners/endpoints/");
        foreach (var path in pages)
        {
            (await page.GotoAsync(endpoint + path))!.Status.ShouldBe(200, path);
            (await page.ContentAsync()).ShouldNotContain(secret["whsec_".Length..], Case.Sensitive, path);
        }

        await page.GotoAsync(endpoint);
    }

    // As an answer of 410 leaves it.
    private async Task DisableAsync(string id)
    {
        await using var subscriptions = new NpgsqlConnection(fixture.Platform.Demo.Databases["subscriptions"]);
        await subscriptions.ExecuteAsync("UPDATE endpoint SET state = 'disabled', state_reason = 'gone', version = version + 1 WHERE endpoint_id = @id", new { id = Guid.Parse(id) });
    }
}
