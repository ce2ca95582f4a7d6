using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>What the tests of people's pages begin with.</summary>
internal static class PeopleSteps
{
    private static int _names;

    /// <summary>A name that no other test has, of letters alone and unlike the others.</summary>
    public static string NewName() => string.Concat(Guid.NewGuid().ToString("N").Where(char.IsLetter).Append((char)('a' + (Interlocked.Increment(ref _names) % 26))).Take(6)) + Guid.NewGuid().ToString("N")[..6];

    /// <summary>Registers somebody at the counter.</summary>
    /// <returns>The path of the record.</returns>
    public static async Task<string> RegisterAsync(this IPage page, string name, string year = "1990")
    {
        await page.GotoAsync("/people/new");
        await page.EnterAsync("Nomes próprios", name);
        await page.EnterAsync("Ano", year);
        await page.PressAsync("Criar registo");
        await page.SeeAsync("Registo criado.");
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>What is in place of a page that is missing, or not for this account: the same.</summary>
    public static async Task ShouldBeHiddenLikeMissingAsync(this IPage page, string hidden, string missing)
    {
        var answers = new List<(int Status, string Text)>();
        foreach (var path in new[] { hidden, missing })
        {
            var answer = await page.GotoAsync(path);
            answers.Add((answer!.Status, (await answer.TextAsync()).Replace(path, "", StringComparison.Ordinal)));
        }

        answers[0].Status.ShouldBe(404, hidden);
        answers[0].ShouldBe(answers[1]);
    }

    /// <summary>Looks for faults where scripts run: those that look are scripts.</summary>
    public static async Task CheckAsync(this IPage page, bool scripts)
    {
        if (scripts)
        {
            await page.ShouldBeAccessibleAsync();
            await page.ShouldReflowAsync();
        }
    }

    /// <summary>Presses a button that begins with these words: a hidden number may follow them.</summary>
    public static Task AnswerAsync(this IPage page, string words) => page.GetByRole(AriaRole.Button, new() { Name = words }).First.ClickAsync();
}
