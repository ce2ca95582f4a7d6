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
        (await page.Locator("#secret").InnerTextAsync()).ShouldStartWith("whsec_");
        await page.ShouldBeUsableAsync(scripts);
        await page.PressAsync("Continuar");
        await Eventually.SeenAsync(
            async () =>
            {
                await page.ReloadAsync();
                return await page.GetByText("Recebe acontecimentos.").CountAsync();
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
        (await page.Locator("#secret").InnerTextAsync()).ShouldStartWith("whsec_");
        await page.SeeAsync("O segredo anterior também assina até");
        await page.ShouldBeUsableAsync(scripts);

        receiver.Status = 410;
        await page.GotoAsync("/partners/failing");
        await page.SeeAsync("Todos os pontos de receção recebem.");
        await page.ShouldBeUsableAsync(scripts);
        await DisableAsync(id);
        receiver.Status = 200;
        await page.ReloadAsync();
        await page.ShouldBeUsableAsync(scripts);
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

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _partner.DisposeAsync();

    // As an answer of 410 leaves it.
    private async Task DisableAsync(string id)
    {
        await using var subscriptions = new NpgsqlConnection(fixture.Platform.Demo.Databases["subscriptions"]);
        await subscriptions.ExecuteAsync("UPDATE endpoint SET state = 'disabled', state_reason = 'gone', version = version + 1 WHERE endpoint_id = @id", new { id = Guid.Parse(id) });
    }
}
