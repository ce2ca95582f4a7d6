using System.Net;
using System.Text.Json.Nodes;
using Cnaim.Demo.Gateway;
using Cnaim.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>S06: the waiting room's screen, which is silent until somebody presses once.</summary>
public sealed class When_a_board_is_heard(PlatformFixture fixture, Browser browser)
{
    // What the browser is asked to sound and to say; it does so all the same.
    private const string Listen = """
        window.tones = []; window.spoken = [];
        const make = AudioContext.prototype.createOscillator;
        AudioContext.prototype.createOscillator = function () {
            const tone = make.call(this);
            const stop = tone.stop.bind(tone);
            tone.stop = (at) => { window.tones.push(at - this.currentTime); stop(at); };
            return tone;
        };
        const speak = speechSynthesis.speak.bind(speechSynthesis);
        speechSynthesis.speak = (words) => { window.spoken.push(words.text); speak(words); };
        """;

    private static readonly Desk Coordinator = new("reception", "cnaim-lisboa", "coordinator", 94);
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Fact]
    public async Task Should_sound_for_each_call_once_somebody_has_pressed()
    {
        var board = await _desks.OpenAsync();
        await board.AddInitScriptAsync(Listen);
        await board.GotoAsync(await NewBoardAsync());
        var sound = board.GetByRole(AriaRole.Button, new() { Name = "Ativar som" });
        await sound.WaitForAsync();
        await board.ShouldBeAccessibleAsync();
        (await TonesAsync(board)).ShouldBeEmpty();

        await sound.ClickAsync();
        await board.SeeAsync("Som ativado");
        (await sound.IsVisibleAsync()).ShouldBeFalse();
        await board.ShouldBeAccessibleAsync();
        var pressed = await TonesAsync(board);
        pressed.ShouldAllBe(seconds => seconds < 3);

        var desk = await _desks.AtAsync("demo-mediator");
        var number = await CallAsync(desk);
        await Assertions.Expect(board.Locator(".cn-board__last strong")).ToHaveTextAsync(number);
        (await TonesAsync(board)).Length.ShouldBeGreaterThan(pressed.Length);
        (await board.Locator("#live").GetAttributeAsync("aria-live")).ShouldBe("polite");
        (await board.EvaluateAsync<string[]>(Conditions.Moving)).ShouldBeEmpty();
        var (spoken, voices) = (await board.EvaluateAsync<string[]>("window.spoken"), await board.EvaluateAsync<int>("speechSynthesis.getVoices().filter(voice => /^pt\\b/i.test(voice.lang)).length"));
        (spoken.Length > 0).ShouldBe(voices > 0, "without a Portuguese voice nothing is said");
        await desk.LeaveAsync("4");
    }

    [Fact]
    public async Task Should_show_nothing_of_it_without_scripts()
    {
        var board = await _desks.OpenAsync(scripts: false);
        await board.GotoAsync(await NewBoardAsync());
        await board.SeeAsync("Atualizado às");
        (await board.GetByText("Ativar som").IsVisibleAsync()).ShouldBeFalse();
        (await board.GetByText("Som ativado").IsVisibleAsync()).ShouldBeFalse();
    }

    private async Task<string> NewBoardAsync()
    {
        using var api = new Api(fixture.Platform);
        var board = (await api.PostAsync(Coordinator, "/api/reception/v1/boards", new JsonObject())).ShouldBe(HttpStatusCode.Created);
        return "/board/" + board.Json["key"];
    }

    private async Task<string> CallAsync(IPage desk)
    {
        var reception = await _desks.AtAsync("demo-coordinator");
        await reception.GotoAsync("/reception");
        await reception.ChooseAsync("português");
        await reception.GetByRole(AriaRole.Button, new() { Name = "Segurança e apoio social" }).ClickAsync();
        await reception.HeadingAsync("Senha");
        await desk.SitAsync("4");
        await desk.PressAsync("Chamar o seguinte");
        return await desk.Locator(".cn-current__number").InnerTextAsync();
    }

    private static Task<double[]> TonesAsync(IPage board) => board.EvaluateAsync<double[]>("window.tones");
}
