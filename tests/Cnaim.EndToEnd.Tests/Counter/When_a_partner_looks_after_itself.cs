using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cnaim.Demo.Gateway;
using Cnaim.EndToEnd.Tests.Support;
using Dapper;
using Microsoft.Playwright;
using Npgsql;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S28: a partner's developer reads without a system, and asks for more; with and without scripts.</summary>
public sealed partial class When_a_partner_looks_after_itself(PlatformFixture fixture, Browser browser)
{
    private const string Account = "demo-partner-developer";
    private readonly Desks _desks = new(fixture.Platform, browser);

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
        await page.ShouldBeUsableAsync(scripts);
        for (var pages = 0; pages < 40 && await page.GetByRole(AriaRole.Button, new() { Name = "Marcar como lidos até aqui" }).CountAsync() > 0; pages++)
        {
            await page.PressAsync("Marcar como lidos até aqui");
            await page.SeeAsync("Marcados como lidos.");
        }

        await page.SeeAsync("Está tudo lido.");
        await page.ShouldBeUsableAsync(scripts);
        await page.FollowAsync("Ver todos de 30 dias");
        await page.GetByRole(AriaRole.Rowheader, new() { Name = "Encaminhamento pedido" }).First.WaitForAsync();
        await page.ShouldBeUsableAsync(scripts);
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
        await page.ShouldBeUsableAsync(scripts);
        await page.PressAsync("Pedir alteração do acordo");
        await page.EnterAsync("Municípios", "Atlântida");
        await page.PressAsync("Enviar pedido");
        await page.GetByRole(AriaRole.Link, new() { Name = "Indique municípios que existem" }).WaitForAsync();
        await page.ShouldBeUsableAsync(scripts);
        await page.EnterAsync("Municípios", "*");
        await page.PressAsync("Enviar pedido");
        await page.GetByRole(AriaRole.Link, new() { Name = "Indique o motivo" }).WaitForAsync();
        await page.ChooseAsync("Marcação feita");
        var reason = "ensaio " + Guid.NewGuid().ToString("N")[..6];
        await page.EnterAsync("Motivo", reason);
        await page.PressAsync("Enviar pedido");
        await page.SeeAsync("Pedido enviado. A administração decide.");
        await page.ShouldBeUsableAsync(scripts);

        var decides = await _desks.AtAsync("demo-administrator", scripts);
        await decides.GotoAsync("/admin/agreements");
        await decides.ShouldBeUsableAsync(scripts);
        await decides.FollowAsync("Sandbox partner");
        await decides.SeeAsync(reason);
        await decides.ShouldBeUsableAsync(scripts);
        await decides.PressAsync("Recusar");
        await decides.SeeAsync("Pedido recusado.");

        await decides.GotoAsync("/admin/agreements/new?client=sandbox-partner");
        await decides.ShouldBeUsableAsync(scripts);
        await decides.PressAsync("Enviar pedido");
        await decides.GetByRole(AriaRole.Link, new() { Name = "Indique o motivo" }).WaitForAsync();
        await decides.ShouldBeUsableAsync(scripts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_change_keys_past_an_administrator_and_get_a_secret_once(bool scripts)
    {
        var page = await _desks.AtAsync(Account, scripts);
        await page.GotoAsync("/partners/credentials");
        await page.ShouldBeUsableAsync(scripts);
        await page.EnterAsync("Chave pública (JWK)", "{}");
        await page.EnterAsync("Motivo", "ensaio");
        await page.PressAsync("Enviar pedido");
        await page.GetByRole(AriaRole.Link, new() { Name = "Cole uma chave pública" }).WaitForAsync();
        await page.ShouldBeUsableAsync(scripts);
        var key = "ensaio-" + Guid.NewGuid().ToString("N")[..8];
        await page.EnterAsync("Chave pública (JWK)", Jwk(key));
        await page.PressAsync("Enviar pedido");
        await page.SeeAsync("Chave pedida.");
        await page.SeeAsync($"A chave {key} espera");

        var decides = await _desks.AtAsync("demo-administrator", scripts);
        await decides.GotoAsync("/admin/clients");
        await decides.ShouldBeUsableAsync(scripts);
        await decides.FollowAsync("sandbox-partner");
        await decides.ShouldBeUsableAsync(scripts);
        await decides.PressAsync("Aprovar");
        await decides.SeeAsync("Pedido aprovado.");

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = key }).GetByRole(AriaRole.Link).ClickAsync();
        await page.ShouldBeUsableAsync(scripts);
        await page.PressAsync("Remover chave");
        await page.SeeAsync("Chave removida.");
        await page.ShouldBeUsableAsync(scripts);
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

        foreach (var path in (string[])["/admin/agreements/new", "/admin/clients", "/admin/queues", $"/partners/endpoints/{Guid.NewGuid()}"])
        {
            (await developer.GotoAsync(path))!.Status.ShouldBe(404, path);
        }
    }

    /// <summary>Nothing of the counter is there, and what shows a form before it asks a service finds nobody with it.</summary>
    [Fact]
    public async Task Should_find_no_page_of_the_counter()
    {
        var page = await _desks.AtAsync(Account);
        var found = new List<string>();
        foreach (var path in EveryPage.All.Where(one => one.Who != EveryPage.Anybody).Select(one => Filled().Replace(one.Path, Guid.NewGuid().ToString())).Distinct(StringComparer.Ordinal))
        {
            if ((await page.GotoAsync(path))!.Status is not 404)
            {
                found.Add(path);
            }
        }

        found.ShouldBe(["/", "/ui-kit", "/ui-kit/errors"]);
    }

    /// <summary>Who asked sees that another decides, and no button.</summary>
    [Fact]
    public async Task Should_not_be_decided_by_who_asked()
    {
        var page = await _desks.AtAsync("demo-administrator");
        var reason = "próprio " + Guid.NewGuid().ToString("N")[..6];
        await page.GotoAsync("/admin/agreements/new?client=sandbox-partner");
        await page.ChooseAsync("Marcação feita");
        await page.EnterAsync("Motivo", reason);
        await page.PressAsync("Enviar pedido");
        await page.GotoAsync("/admin/agreements");
        await page.FollowAsync("Sandbox partner");
        await page.SeeAsync(reason);
        await page.SeeAsync("Fez este pedido. Outra pessoa tem de decidir.");
        (await page.GetByRole(AriaRole.Button, new() { Name = "Aprovar" }).CountAsync()).ShouldBe(0);

        await using var database = new NpgsqlConnection(fixture.Platform.Demo.Databases["subscriptions"]);
        await database.ExecuteAsync("DELETE FROM agreement_change WHERE reason = @reason", new { reason });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_have_a_queue_that_administrators_see(bool scripts)
    {
        await using var agency = new Partner(fixture.Platform, "sandbox-agency");
        var page = await _desks.AtAsync("demo-administrator", scripts);
        await AgreeOnQueueAsync(true);
        try
        {
            await agency.OpenQueueAsync();
            await Eventually.SeenAsync(
                async () =>
                {
                    await page.GotoAsync("/admin/queues");
                    return await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "partner.sandbox-agency" }).Filter(new() { HasText = "Ativo" }).CountAsync();
                },
                count => count > 0,
                seconds: 30);
            await page.ShouldBeUsableAsync(scripts);
            await page.PictureAsync("queues");
        }
        finally
        {
            await AgreeOnQueueAsync(false);
        }

        await Eventually.SeenAsync(
            async () =>
            {
                await page.ReloadAsync();
                return await page.GetByText("Retirada pelo acordo").CountAsync();
            },
            count => count > 0,
            seconds: 30);
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Filled();

    // As two administrators do; taking it away needs one.
    private async Task AgreeOnQueueAsync(bool queue)
    {
        using var api = new Api(fixture.Platform);
        var (one, other) = (new Desk("reception", "cnaim-lisboa", "administrator", 95), new Desk("reception", "cnaim-lisboa", "administrator", 96));
        var agreements = (await api.GetAsync(one, "/api/subscriptions/v1/agreements")).ShouldBe(HttpStatusCode.OK).Json["items"]!.AsArray();
        var terms = agreements.Single(agreement => (string?)agreement!["clientId"] is "sandbox-agency")!["terms"]!.DeepClone();
        terms["queue"] = queue;
        var body = new JsonObject { ["clientId"] = "sandbox-agency", ["terms"] = terms, ["reason"] = "ensaio" };
        var asked = (await api.PostAsync(one, "/api/subscriptions/v1/agreements/changes", body)).ShouldBe(HttpStatusCode.OK);
        if (asked.Json["decision"] is null)
        {
            (await api.PostAsync(other, $"/api/subscriptions/v1/agreements/changes/{asked.Id}/approve", new JsonObject())).ShouldBe(HttpStatusCode.OK);
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
            await page.ShouldBeUsableAsync(scripts);
            await page.PressAsync("Criar segredo novo");
            var secret = await page.Locator("#secret").InnerTextAsync();
            await page.ShouldBeUsableAsync(scripts);
            foreach (var path in (string[])["/partners/credentials", "/partners/credentials/secret"])
            {
                (await page.GotoAsync(path))!.Status.ShouldBe(200, path);
                (await page.ContentAsync()).ShouldNotContain(secret, Case.Sensitive, path);
            }

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
}
