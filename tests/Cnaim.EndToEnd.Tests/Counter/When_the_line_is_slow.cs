using System.Diagnostics;
using System.Globalization;
using Cnaim.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>P14: a municipality at the end of a slow line. What is asserted is what crosses the line; how long that took is printed.</summary>
public sealed class When_the_line_is_slow(PlatformFixture fixture, Browser browser)
{
    private const int FirstView = 60_000;
    private const int LaterView = 15_000;
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Fact]
    public async Task Should_carry_little_and_nothing_from_elsewhere()
    {
        var page = await _desks.AtAsync("demo-mediator");
        var session = await page.Context.StorageStateAsync();
        var fresh = await _desks.OpenAsync(session: session);
        var line = await Line.OfAsync(fresh);

        await line.TimeAsync("first", "/people/search");
        line.Bytes.ShouldBeLessThanOrEqualTo(FirstView, line.What);
        foreach (var path in new[] { "/", "/people/new", "/referrals", "/reception", "/appointments", "/mediators", "/ui-kit" })
        {
            await line.TimeAsync("later", path);
            line.Bytes.ShouldBeLessThanOrEqualTo(LaterView, $"{path}: {line.What}");
        }

        line.Hosts.ShouldBe([fixture.Platform.Demo.Gateway.Authority]);
    }

    [Fact]
    public async Task Should_serve_a_person_all_the_same()
    {
        var page = await _desks.AtAsync("demo-mediator");
        var line = await Line.OfAsync(page);
        await line.TimeAsync("form", "/people/new");
        await page.EnterAsync("Nomes próprios", "Lavanda Semfim");
        await page.PressAsync("Criar registo");
        await page.SeeAsync("Registo criado.");
        await page.PressAsync("Começar a triagem");
        await page.HeadingAsync("Triagem");
        await page.PressAsync("Guardar e ver o resultado");
        await page.HeadingAsync("Resultado da triagem");
    }

    /// <summary>L1: an officer alone registers, screens, asks for consent and refers; each step brings no more than a later view may.</summary>
    [Fact]
    public async Task Should_take_a_first_visit_from_the_name_to_the_referral()
    {
        var page = await _desks.AtAsync("demo-municipal-officer");
        await page.GotoAsync("/people/search"); // what every page needs is there already
        var line = await Line.OfAsync(page);
        await line.StepAsync("form", () => page.GotoAsync("/people/new"));
        await page.EnterAsync("Nomes próprios", "Lentisco " + PeopleSteps.NewName());
        await page.EnterAsync("Ano", "1990");
        await line.StepAsync("record", () => page.PressAsync("Criar registo"), () => page.SeeAsync("Registo criado."));
        await line.StepAsync("screening", () => page.PressAsync("Começar a triagem"), () => page.HeadingAsync("Triagem"));
        if (await page.GetByRole(AriaRole.Link, new() { Name = "Todas as perguntas numa página" }).CountAsync() > 0)
        {
            await line.StepAsync("questions", () => page.FollowAsync("Todas as perguntas numa página"), () => page.GetByLabel("Passaporte válido").First.WaitForAsync());
        }

        await page.ChooseAsync("Passaporte válido");
        await line.StepAsync("result", () => page.PressAsync("Guardar e ver o resultado"), () => page.HeadingAsync("Resultado da triagem"));
        await page.ChooseAsync("Finanças");
        await line.StepAsync("consent", () => page.PressAsync("Continuar para o consentimento"), () => page.HeadingAsync("Consentimento"));
        foreach (var agreed in new[] { "Finanças", "Identidade", "Contactos", "Assinatura em papel" })
        {
            await page.ChooseAsync(agreed);
        }

        await line.StepAsync("referral", () => page.PressAsync("Registar consentimento e encaminhar"), () => page.SeeAsync("Encaminhamento criado."));
        line.ShouldHaveBrought(LaterView);
        line.Hosts.ShouldBe([fixture.Platform.Demo.Gateway.Authority]);
    }

    /// <summary>The heaviest page there is: all questions at once, and each of them answered, so that every one that follows from another is there too.</summary>
    [Fact]
    public async Task Should_carry_every_question_and_answer_at_once()
    {
        using var api = new Api(fixture.Platform);
        var interview = await api.InterviewAsync(Api.Lisbon, await api.RegisterAsync(Api.Lisbon, "Lavanda Inteira"));
        var count = await api.AnswerAllAsync(Api.Lisbon, interview);
        var page = await _desks.AtAsync("demo-mediator");
        var line = await Line.OfAsync(page);

        await line.TimeAsync("later", $"/screenings/{interview}/all");

        (await page.Locator("#main-content .govuk-form-group").CountAsync()).ShouldBe(count);
        count.ShouldBeGreaterThan(40);
        line.Bytes.ShouldBeLessThanOrEqualTo(LaterView, line.What);
    }

    /// <summary>400 ms there and back, 50 kB/s down, 25 kB/s up.</summary>
    private sealed class Line
    {
        private readonly IPage _page;
        private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);
        private readonly List<(string Address, double Bytes)> _came = [];

        private readonly List<(string Step, double Bytes, double Seconds, string What)> _steps = [];

        private Line(IPage page) => _page = page;

        public double Bytes => _came.Sum(one => one.Bytes);

        public string What => string.Join(", ", _came.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Address} {one.Bytes:F0}")));

        public HashSet<string> Hosts { get; } = new(StringComparer.Ordinal);

        public static async Task<Line> OfAsync(IPage page)
        {
            var line = new Line(page);
            page.Request += (_, request) => line.Hosts.Add(new Uri(request.Url).Authority);
            var browser = await page.Context.NewCDPSessionAsync(page);
            browser.Event("Network.requestWillBeSent").OnEvent += (_, sent) => line._addresses[sent!.Value.GetProperty("requestId").GetString()!] = new Uri(sent.Value.GetProperty("request").GetProperty("url").GetString()!).AbsolutePath;
            browser.Event("Network.loadingFinished").OnEvent += (_, finished) => line._came.Add((line._addresses.GetValueOrDefault(finished!.Value.GetProperty("requestId").GetString()!, "?"), finished.Value.GetProperty("encodedDataLength").GetDouble()));
            await browser.SendAsync("Network.enable");
            await browser.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 400, ["downloadThroughput"] = 50_000, ["uploadThroughput"] = 25_000 });
            return line;
        }

        public async Task TimeAsync(string view, string path)
        {
            _came.Clear();
            var watch = Stopwatch.StartNew();
            await _page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{view} view {path}: {Bytes / 1000:F1} kB, {watch.Elapsed.TotalSeconds:F1} s"));
        }

        /// <summary>One step of a task: what it brings is counted to the end of the page that follows.</summary>
        public async Task StepAsync(string step, params Func<Task>[] acts)
        {
            _came.Clear();
            var watch = Stopwatch.StartNew();
            foreach (var act in acts)
            {
                await act();
            }

            await _page.WaitForLoadStateAsync(LoadState.Load);
            _steps.Add((step, Bytes, watch.Elapsed.TotalSeconds, What));
        }

        public void ShouldHaveBrought(int most)
        {
            foreach (var (step, bytes, seconds, _) in _steps.Append(("all", _steps.Sum(one => one.Bytes), _steps.Sum(one => one.Seconds), "")))
            {
                TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step}: {bytes / 1000:F1} kB, {seconds:F1} s"));
            }

            foreach (var (step, bytes, _, what) in _steps)
            {
                bytes.ShouldBeInRange(1, most, $"{step}: {what}");
            }
        }
    }
}
