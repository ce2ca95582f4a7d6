using Microsoft.AspNetCore.Http;

namespace Cnaim.Gateway.Tests.Counter;

/// <summary>S07: a ticket goes to a queue or a desk, or is called out of its turn with a reason.</summary>
public sealed class When_a_desk_sends_somebody_on(GatewayUnderTest gateway)
{
    private readonly string _desk = "T" + Guid.NewGuid().ToString("N")[..8];
    private readonly Guid _first = Guid.CreateVersion7();
    private readonly Guid _second = Guid.CreateVersion7();
    private readonly List<(string Move, string? Key, string Body)> _moves = [];
    private bool _hasCurrent;
    private string? _refusal;

    private string Console => "/counter/" + _desk;

    [Fact]
    public async Task Should_offer_a_transfer_with_a_ticket_and_a_call_without()
    {
        Script();
        var desk = new PageClient(gateway, "mediator");

        var free = await desk.GetAsync(Console);
        free.Text.ShouldContain($"{Console}/call/{_second}");
        free.Text.ShouldNotContain($"{Console}/call/{_first}", Case.Sensitive, "the first is called by its turn");
        free.Text.ShouldNotContain("/transfer\"");
        _hasCurrent = true;
        var busy = await desk.GetAsync(Console);
        busy.Text.ShouldContain($"{Console}/transfer\"");
        busy.Text.ShouldNotContain("/call/");
    }

    [Fact]
    public async Task Should_call_with_a_reason_alone_and_once_for_a_double_click()
    {
        Script();
        var desk = new PageClient(gateway, "mediator");
        var path = $"{Console}/call/{_second}";
        var page = await desk.GetAsync(path);

        var again = await desk.PostAsync(page, path);
        (again.Status, again.Text.Contains("Selecione o motivo", StringComparison.Ordinal)).ShouldBe((422, true));
        _moves.ShouldBeEmpty();
        (await desk.PostAsync(page, path, ("reason", "distress"))).Location.ShouldBe(Console);
        (await desk.PostAsync(page, path, ("reason", "distress"))).Location.ShouldBe(Console);

        _moves.Select(move => move.Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        _moves[0].Body.ShouldBe($"{{\"ticketId\":\"{_second}\",\"reason\":\"distress\"}}");
    }

    [Fact]
    public async Task Should_say_that_a_ticket_does_not_wait_any_more()
    {
        Script();
        var desk = new PageClient(gateway, "mediator");
        var gone = await desk.GetAsync($"{Console}/call/{Guid.CreateVersion7()}");
        gone.Text.ShouldContain("Esta senha já não está à espera.");

        var page = await desk.GetAsync($"{Console}/call/{_second}");
        _refusal = "desk-busy";
        var busy = await desk.PostAsync(page, $"{Console}/call/{_second}", ("reason", "other"));
        busy.Status.ShouldBe(409);
        busy.Text.ShouldContain("Termine primeiro o atendimento em curso.");
        busy.Text.ShouldContain("value=\"other\" checked");
    }

    [Theory]
    [InlineData("", "", "Selecione uma fila ou um colega, ou indique um balcão")]
    [InlineData("social", "2", "Selecione uma fila ou um colega, ou indique um balcão")]
    public async Task Should_transfer_to_one_place_alone(string queue, string other, string text)
    {
        Script();
        _hasCurrent = true;
        var desk = new PageClient(gateway, "mediator");
        var page = await desk.GetAsync(Console + "/transfer");

        var again = await desk.PostAsync(page, Console + "/transfer", ("toQueue", queue), ("toDesk", other));

        (again.Status, again.Text.Contains(text, StringComparison.Ordinal)).ShouldBe((422, true));
        _moves.ShouldBeEmpty();
        (await desk.PostAsync(page, Console + "/transfer", ("toQueue", "social"), ("toDesk", ""))).Location.ShouldBe(Console);
        (await desk.PostAsync(page, Console + "/transfer", ("toQueue", ""), ("toDesk", " 2 "))).Location.ShouldBe(Console);
        (await desk.PostAsync(page, Console + "/transfer", ("toQueue", ""), ("toPerson", "staff:1"))).Location.ShouldBe(Console);
        _moves.Select(move => move.Body).ShouldBe(
            ["{\"toQueue\":\"social\",\"toDesk\":null,\"toPerson\":null}", "{\"toQueue\":null,\"toDesk\":\"2\",\"toPerson\":null}", "{\"toQueue\":null,\"toDesk\":null,\"toPerson\":\"staff:1\"}"]);
    }

    [Fact]
    public async Task Should_never_transfer_another_ticket_than_the_one_that_was_seen()
    {
        Script();
        _hasCurrent = true;
        var desk = new PageClient(gateway, "mediator");
        var page = await desk.GetAsync(Console + "/transfer");

        (await desk.PostAsync(page, Console + "/transfer", ("toQueue", "social"), ("Ticket", _second.ToString()))).Location.ShouldBe(Console);
        _hasCurrent = false;
        (await desk.PostAsync(page, Console + "/transfer", ("toQueue", "social"))).Location.ShouldBe(Console);

        _moves.ShouldBeEmpty();
    }

    /// <summary>S07: a desk is open elsewhere.</summary>
    [Fact]
    public async Task Should_let_the_holder_of_another_desk_choose_which_to_keep()
    {
        Script(isOpen: false);
        var desk = new PageClient(gateway, "mediator");
        var page = await desk.GetAsync(Console);
        page.Text.ShouldNotContain("Fechar o outro balcão");
        _refusal = "desk-elsewhere";

        var elsewhere = await desk.PostAsync(page, Console, ("move", "open"));
        elsewhere.Status.ShouldBe(409);
        elsewhere.Text.ShouldContain("Fechar o outro balcão e abrir este");
        _refusal = null;
        (await desk.PostAsync(elsewhere, Console, ("move", "open-here"))).Location.ShouldBe(Console);
        _moves[^1].Body.ShouldBe("{\"takeOver\":true}");
    }

    private void Script(bool isOpen = true)
    {
        gateway.Upstream.Scripts["/v1/desks/" + _desk] = _ => Results.Json(State(isOpen));
        gateway.Upstream.Scripts["/v1/queues"] = _ => Results.Json(new { items = new[] { Queue("welcome", "Acolhimento"), Queue("social", "Apoio social") }, at = DateTimeOffset.UnixEpoch });
        foreach (var ticket in new[] { _first, _second })
        {
            gateway.Upstream.Scripts["/v1/tickets/" + ticket] = _ => Results.Json(Ticket(ticket));
        }

        foreach (var move in new[] { "call", "transfer", "open" })
        {
            gateway.Upstream.Scripts[$"/v1/desks/{_desk}/{move}"] = request => Move(request, move, isOpen);
        }
    }

    private IResult Move(HttpRequest request, string move, bool isOpen)
    {
        using var body = new StreamReader(request.Body);
        _moves.Add((move, request.Headers["Idempotency-Key"], body.ReadToEndAsync().GetAwaiter().GetResult()));
        return _refusal is { } code ? Results.Json(new { type = "urn:cnaim:problem:" + code, status = 409 }, statusCode: 409) : Results.Json(State(isOpen));
    }

    private object State(bool isOpen) => new
    {
        id = _desk,
        state = isOpen ? "open" : "closed",
        heldBy = isOpen ? "somebody" : null,
        queues = new[] { "welcome" },
        current = _hasCurrent ? Ticket(_first) : null,
        parked = Array.Empty<object>(),
        waiting = new[] { Waiting(_first, "A001"), Waiting(_second, "A002") },
    };

    private static object Ticket(Guid id) => new { id, number = "A001", queue = "welcome", language = "por", state = "serving", allowed = new[] { "finish", "transfer" } };

    private static object Waiting(Guid id, string number) => new { id, number, queue = "welcome", language = "por", since = DateTimeOffset.UnixEpoch };

    private static object Queue(string id, string name) => new { id, namePt = name, nameEn = name, isOpen = true, expectedWait = new { low = 0, high = 5 } };
}
