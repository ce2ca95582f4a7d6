using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Cnaim.EndToEnd.Tests.Support;
using Dapper;
using Microsoft.Playwright;
using Npgsql;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S28: a partner's developer connects a system, finds out why a delivery failed, and reads without a system; with and without scripts.</summary>
public sealed class When_a_partner_looks_after_itself(PlatformFixture fixture, Browser browser) : IAsyncLifetime
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
        await CheckAsync(page, scripts);
        await page.FollowAsync("Pontos de receção");
        await page.SeeAsync("Ainda não há pontos de receção.");
        await CheckAsync(page, scripts);

        await page.PressAsync("Novo ponto de receção");
        await page.EnterAsync("Endereço", "http://10.0.0.1/x");
        await page.PressAsync("Criar ponto de receção");
        await page.GetByRole(AriaRole.Link, new() { Name = "Use https e um nome público" }).WaitForAsync();
        await CheckAsync(page, scripts);
        await page.EnterAsync("Endereço", receiver.Url);
        await page.ChooseAsync("Encaminhamento aceite");
        await page.PressAsync("Criar ponto de receção");
        (await page.Locator("#secret").InnerTextAsync()).ShouldStartWith("whsec_");
        await CheckAsync(page, scripts);
        await page.PressAsync("Continuar");
        await Eventually.SeenAsync(
            async () =>
            {
                await page.ReloadAsync();
                return await page.GetByText("Recebe acontecimentos.").CountAsync();
            },
            count => count > 0,
            seconds: 30);
        await CheckAsync(page, scripts);

        receiver.Status = 500;
        await page.PressAsync("Enviar acontecimento de teste");
        await page.SeeAsync("O seu sistema respondeu com um erro ou um redirecionamento.");
        await page.SeeAsync("no good today");
        await CheckAsync(page, scripts);
        await page.FollowAsync("Registo de entregas");
        await page.GetByLabel("Resultado").SelectOptionAsync("refused");
        await page.PressAsync("Aplicar filtros");
        await page.GetByRole(AriaRole.Cell, new() { Name = "500" }).WaitForAsync();
        await CheckAsync(page, scripts);
        await page.GetByLabel("Resultado").SelectOptionAsync("gone");
        await page.PressAsync("Aplicar filtros");
        await page.SeeAsync("Nenhum pedido com estes filtros.");
        await CheckAsync(page, scripts);

        receiver.Status = 204;
        await page.FollowAsync("Ponto de receção");
        await page.FollowAsync("Voltar a enviar acontecimentos");
        await page.EnterAsync("Identificadores", "não é nenhum");
        await page.PressAsync("Enviar estes");
        await page.GetByRole(AriaRole.Link, new() { Name = "Indique identificadores" }).WaitForAsync();
        await CheckAsync(page, scripts);
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
        await page.PressAsync("Pausar");
        await page.SeeAsync("Ponto de receção em pausa.");
        await page.PressAsync("Retomar");
        await page.SeeAsync("Ponto de receção retomado.");

        await page.FollowAsync("Alterar ponto de receção");
        await page.EnterAsync("Pedidos por segundo", "101");
        await page.PressAsync("Guardar");
        await page.GetByRole(AriaRole.Link, new() { Name = "Indique de 1 a 100" }).WaitForAsync();
        await CheckAsync(page, scripts);
        await page.EnterAsync("Pedidos por segundo", "7");
        await page.PressAsync("Guardar");
        await page.SeeAsync("Ponto de receção guardado.");

        await page.FollowAsync("Mudar o segredo");
        await CheckAsync(page, scripts);
        await page.ChooseAsync("1 hora");
        await page.PressAsync("Criar segredo novo");
        (await page.Locator("#secret").InnerTextAsync()).ShouldStartWith("whsec_");
        await page.SeeAsync("O segredo anterior também assina até");
        await CheckAsync(page, scripts);

        receiver.Status = 410;
        await page.GotoAsync("/partners/failing");
        await page.SeeAsync("Todos os pontos de receção recebem.");
        await CheckAsync(page, scripts);
        await DisableAsync(id);
        receiver.Status = 200;
        await page.ReloadAsync();
        await CheckAsync(page, scripts);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tentar de novo" }).ClickAsync();
        await page.SeeAsync("As entregas continuam pela ordem.");
        await page.GotoAsync("/partners/usage");
        await page.SeeAsync("1 de 20");
        await CheckAsync(page, scripts);

        await page.GotoAsync("/partners/endpoints/" + id);
        await page.FollowAsync("Remover ponto de receção");
        await CheckAsync(page, scripts);
        await page.PressAsync("Remover ponto de receção");
        await page.SeeAsync("Ponto de receção removido.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_read_without_a_system_and_remember_what_is_read(bool scripts)
    {
        var page = await _desks.AtAsync(Account, scripts);
        using var api = new Api(fixture.Platform);
        (await api.ReferAsync(Api.Lisbon)).ShouldBe(HttpStatusCode.Created);
        await Eventually.SeenAsync(
            async () =>
            {
                await page.GotoAsync("/partners/inbox");
                return await page.GetByRole(AriaRole.Table).CountAsync();
            },
            tables => tables > 0,
            seconds: 20);
        await CheckAsync(page, scripts);
        for (var pages = 0; pages < 40 && await page.GetByRole(AriaRole.Button, new() { Name = "Marcar como lidos até aqui" }).CountAsync() > 0; pages++)
        {
            await page.PressAsync("Marcar como lidos até aqui");
            await page.SeeAsync("Marcados como lidos.");
        }

        await page.SeeAsync("Está tudo lido.");
        await CheckAsync(page, scripts);
        await page.FollowAsync("Ver todos de 30 dias");
        await page.GetByRole(AriaRole.Rowheader, new() { Name = "Encaminhamento pedido" }).First.WaitForAsync();
        await CheckAsync(page, scripts);
        await page.PressAsync("Ligar o aviso");
        await page.SeeAsync("O aviso está ligado.");
        await page.PressAsync("Desligar o aviso");
        await page.SeeAsync("O aviso está desligado.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_ask_for_more_and_let_another_decide(bool scripts)
    {
        var page = await _desks.AtAsync(Account, scripts);
        await page.GotoAsync("/partners/agreement");
        await CheckAsync(page, scripts);
        await page.PressAsync("Pedir alteração do acordo");
        await page.EnterAsync("Municípios", "Atlântida");
        await page.PressAsync("Enviar pedido");
        await page.GetByRole(AriaRole.Link, new() { Name = "Indique municípios que existem" }).WaitForAsync();
        await CheckAsync(page, scripts);
        await page.EnterAsync("Municípios", "*");
        await page.PressAsync("Enviar pedido");
        await page.GetByRole(AriaRole.Link, new() { Name = "Indique o motivo" }).WaitForAsync();
        await page.ChooseAsync("Marcação feita");
        var reason = "ensaio " + Guid.NewGuid().ToString("N")[..6];
        await page.EnterAsync("Motivo", reason);
        await page.PressAsync("Enviar pedido");
        await page.SeeAsync("Pedido enviado. A administração decide.");
        await CheckAsync(page, scripts);

        var decides = await _desks.AtAsync("demo-administrator", scripts);
        await decides.GotoAsync("/admin/agreements");
        await CheckAsync(decides, scripts);
        await decides.FollowAsync("Sandbox partner");
        await decides.SeeAsync(reason);
        await CheckAsync(decides, scripts);
        await decides.PressAsync("Recusar");
        await decides.SeeAsync("Pedido recusado.");

        await decides.GotoAsync("/admin/agreements/new?client=sandbox-partner");
        await CheckAsync(decides, scripts);
        await decides.PressAsync("Enviar pedido");
        await decides.GetByRole(AriaRole.Link, new() { Name = "Indique o motivo" }).WaitForAsync();
        await CheckAsync(decides, scripts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_change_keys_past_an_administrator_and_get_a_secret_once(bool scripts)
    {
        var page = await _desks.AtAsync(Account, scripts);
        await page.GotoAsync("/partners/credentials");
        await CheckAsync(page, scripts);
        await page.EnterAsync("Chave pública (JWK)", "{}");
        await page.EnterAsync("Motivo", "ensaio");
        await page.PressAsync("Enviar pedido");
        await page.GetByRole(AriaRole.Link, new() { Name = "Cole uma chave pública" }).WaitForAsync();
        await CheckAsync(page, scripts);
        var key = "ensaio-" + Guid.NewGuid().ToString("N")[..8];
        await page.EnterAsync("Chave pública (JWK)", Jwk(key));
        await page.PressAsync("Enviar pedido");
        await page.SeeAsync("Chave pedida.");
        await page.SeeAsync($"A chave {key} espera");

        var decides = await _desks.AtAsync("demo-administrator", scripts);
        await decides.GotoAsync("/admin/clients");
        await CheckAsync(decides, scripts);
        await decides.FollowAsync("sandbox-partner");
        await CheckAsync(decides, scripts);
        await decides.PressAsync("Aprovar");
        await decides.SeeAsync("Pedido aprovado.");

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Remover chave: " + key }).ClickAsync();
        await CheckAsync(page, scripts);
        await page.PressAsync("Remover chave");
        await page.SeeAsync("Chave removida.");
        await CheckAsync(page, scripts);
        await SecretAsync(page, scripts);
    }

    [Fact]
    public async Task Should_not_be_there_for_others_nor_the_counter_for_a_partner()
    {
        var (mediator, developer) = (await _desks.AtAsync("demo-mediator"), await _desks.AtAsync(Account));
        foreach (var path in (string[])["", "/inbox", "/endpoints", "/endpoints/new", "/failing", "/credentials", "/credentials/secret", "/agreement", "/agreement/change", "/usage", $"/endpoints/{Guid.NewGuid()}"])
        {
            (await mediator.GotoAsync("/partners" + path))!.Status.ShouldBe(404, path);
        }

        foreach (var path in (string[])["/admin", "/admin/agreements", "/admin/agreements/new", "/admin/clients", "/operations", $"/partners/endpoints/{Guid.NewGuid()}"])
        {
            (await developer.GotoAsync(path))!.Status.ShouldBe(404, path);
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _partner.DisposeAsync();

    private static async Task CheckAsync(IPage page, bool scripts)
    {
        if (scripts)
        {
            await page.ShouldBeAccessibleAsync();
            await page.ShouldReflowAsync();
        }
    }

    private static string Jwk(string id)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        static string Encoded(byte[]? bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
        return JsonSerializer.Serialize(new { kty = "EC", crv = "P-256", kid = id, x = Encoded(point.X), y = Encoded(point.Y) });
    }

    // The sandbox's own secret is what the other tests have: it is put back.
    private async Task SecretAsync(IPage page, bool scripts)
    {
        await using var identity = new NpgsqlConnection(fixture.Platform.Demo.Databases["identity"]);
        var (salt, hash) = await identity.QuerySingleAsync<(byte[], byte[])>("SELECT secret_salt, secret_hash FROM client WHERE client_id = 'sandbox-partner'");
        try
        {
            await page.PressAsync("Novo segredo do cliente");
            await CheckAsync(page, scripts);
            await page.PressAsync("Criar segredo novo");
            var secret = await page.Locator("#secret").InnerTextAsync();
            await CheckAsync(page, scripts);
            using var http = new HttpClient { BaseAddress = fixture.Platform.Demo.Gateway };
            using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "sandbox-partner"), new("client_secret", secret)]);
            using var granted = await http.PostAsync("/connect/token", form, Api.Cancellation);
            granted.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            await identity.ExecuteAsync("UPDATE client SET secret_salt = @salt, secret_hash = @hash WHERE client_id = 'sandbox-partner'", new { salt, hash });
        }
    }

    // As an answer of 410 leaves it.
    private async Task DisableAsync(string id)
    {
        await using var subscriptions = new NpgsqlConnection(fixture.Platform.Demo.Databases["subscriptions"]);
        await subscriptions.ExecuteAsync("UPDATE endpoint SET state = 'disabled', state_reason = 'gone', version = version + 1 WHERE endpoint_id = @id", new { id = Guid.Parse(id) });
    }
}
