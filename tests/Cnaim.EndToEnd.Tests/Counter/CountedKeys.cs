using System.Globalization;
using Cnaim.EndToEnd.Tests.Counter.Journeys;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>A page without a mouse. Keys are counted but the letters that are typed, and so is each field that is filled and each control that is pressed (counter-ui.md, section 2).</summary>
internal sealed class CountedKeys
{
    private const int TooFar = 80;
    private const double SecondsPerKey = 0.28;
    private const double SecondsPerDecision = 1.35;
    private const string Focused = "() => { const at = document.activeElement; return (at.labels?.[0]?.innerText ?? at.innerText ?? '').replace(/\\s+/g, ' ').trim(); }";
    private const string FocusedAddress = "() => document.activeElement.getAttribute('href') ?? ''";
    private readonly IPage _page;
    private double _server;

    private CountedKeys(IPage page)
    {
        _page = page;
        page.Response += (_, answer) => _server += answer.Request.IsNavigationRequest ? Math.Max(0, answer.Request.Timing.ResponseStart) / 1000 : 0;
    }

    public int Pressed { get; private set; }

    public int Interactions { get; private set; }

    public int Typed { get; private set; }

    /// <summary>Begins where the page has put the keyboard.</summary>
    public static async Task<CountedKeys> OnAsync(IPage page)
    {
        var keys = new CountedKeys(page);
        await keys.SettleAsync();
        return keys;
    }

    public async Task PressAsync(string key)
    {
        await _page.Keyboard.PressAsync(key);
        Pressed++;
        Interactions += key is "Enter" or "Space" ? 1 : 0;
    }

    /// <summary>Presses what has the focus, and waits for the page that follows.</summary>
    public async Task EnterAsync(string heading)
    {
        await PressAsync("Enter");
        await _page.HeadingAsync(heading);
        await SettleAsync();
    }

    /// <summary>A page that has just come gives the keyboard its place a moment after its words are seen.</summary>
    public Task SettleAsync() => _page.Locator("main :focus").First.WaitForAsync();

    public Task TabToAsync(string name) => GoAsync("Tab", Focused, name);

    public Task BackToAsync(string name) => GoAsync("Shift+Tab", Focused, name);

    public Task TabToAddressAsync(string address) => GoAsync("Tab", FocusedAddress, address);

    /// <summary>A field is filled: one interaction; its letters are not keys.</summary>
    public Task TypeAsync(string text)
    {
        Interactions++;
        Typed += text.Length;
        return _page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes along the radios that have the focus, from the first or the chosen one.</summary>
    public async Task ChooseAsync(string name)
    {
        if (await IsAtAsync(Focused, name))
        {
            await PressAsync("Space");
            return;
        }

        await GoAsync("ArrowDown", Focused, name);
        Interactions++;
    }

    /// <summary>Within what the task may take.</summary>
    public void ShouldKeepTo(string task) => ShouldKeepTo(task, this);

    /// <summary>Within what the whole task may take; how long that is for a trained person is the model's part of it, without the server's.</summary>
    public static void ShouldKeepTo(string task, params CountedKeys[] steps)
    {
        var budget = TaskBudget.Of[task];
        var (interactions, keys, typed) = (steps.Sum(step => step.Interactions), steps.Sum(step => step.Pressed), steps.Sum(step => step.Typed));
        var model = (SecondsPerKey * (keys + typed)) + (SecondsPerDecision * interactions) + (TaskBudget.SecondsPerQuestion * budget.Questions);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{task}: {interactions} of {budget.Interactions} interactions, {keys} of {budget.Keys} keys, {model:F1} of {budget.Seconds} s, and {steps.Sum(step => step._server):F2} s of the server"));
        interactions.ShouldBeLessThanOrEqualTo(budget.Interactions, task);
        keys.ShouldBeLessThanOrEqualTo(budget.Keys, task);
        model.ShouldBeLessThanOrEqualTo(budget.Seconds, task);
    }

    private async Task GoAsync(string key, string what, string name)
    {
        for (var stops = 0; stops < TooFar; stops++)
        {
            await PressAsync(key);
            if (await IsAtAsync(what, name))
            {
                return;
            }
        }

        throw new ShouldAssertException($"The keyboard does not come to '{name}' at {_page.Url}");
    }

    private async Task<bool> IsAtAsync(string what, string name) => (await _page.EvaluateAsync<string>(what)).StartsWith(name, StringComparison.Ordinal);
}
