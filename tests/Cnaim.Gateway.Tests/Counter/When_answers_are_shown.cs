using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Cnaim.Gateway.Tests.Counter;

/// <summary>Answers of a screening as staff read them: questions and answers in words, and codes nowhere.</summary>
public sealed class When_answers_are_shown(GatewayUnderTest gateway)
{
    private static readonly object Book = new
    {
        blocks = Array.Empty<object>(),
        questions = new object[]
        {
            Question("household-members", "multi", "Com quem vive?", ("partner", "Com o par"), ("children", "Com filhos")),
            Question("nationality-answered", "country", "De que país é?"),
            Question("language-answered", "language", "Que língua fala?"),
            Question("household-size", "number", "Quantas pessoas?"),
        },
    };

    private static readonly object Answers = new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["household-members"] = new[] { "partner", "children" },
        ["nationality-answered"] = "BR",
        ["language-answered"] = "kea",
        ["household-size"] = 3,
    };

    private readonly Guid _id = Guid.CreateVersion7();

    [Fact]
    public async Task Should_be_in_words_in_an_emergency()
    {
        Script($"/v1/emergency-access/{_id}/record", new { givenNames = new[] { "Jacarandá" }, birth = "1994", nationalities = new[] { "BR" }, languages = new[] { "kea" }, answers = Answers });

        var page = await new PageClient(gateway, "mediator").GetAsync($"/emergency-access/{_id}");

        page.Status.ShouldBe(200);
        page.Text.ShouldContain("Jacarandá");
        page.Text.ShouldContain("1994");
        ShouldBeInWords(page.Text);
    }

    [Fact]
    public async Task Should_be_in_words_at_a_referral()
    {
        Script($"/v1/referrals/{_id}/snapshot", new { person = new { givenNames = new[] { "Jacarandá" } }, answers = Answers });
        Script($"/v1/referrals/{_id}", new
        {
            id = _id,
            direction = "received",
            status = "accepted",
            sender = new { office = "reception", centre = "cnaim-lisboa" },
            receiver = new { office = "health", centre = "cnaim-lisboa" },
            request = "health.user-number",
            priority = "routine",
            createdAt = DateTimeOffset.UnixEpoch,
            updatedAt = DateTimeOffset.UnixEpoch,
            clocks = new { acknowledgeBy = new { due = DateTimeOffset.UnixEpoch, runs = false, overdue = false }, resolveBy = new { due = DateTimeOffset.UnixEpoch, runs = true, overdue = false } },
            allowedActions = Array.Empty<string>(),
            timeline = Array.Empty<object>(),
        });
        var desk = new PageClient(gateway, "office-agent");

        var page = await desk.PostAsync(await desk.GetAsync($"/referrals/{_id}"), $"/referrals/{_id}?handler=Shared");

        page.Text.ShouldContain("Jacarandá");
        ShouldBeInWords(page.Text);
    }

    private static void ShouldBeInWords(string page)
    {
        foreach (var word in (string[])["Com quem vive?", "Com o par, Com filhos", "De que país é?", "Brasil", "Que língua fala?", "crioulo de Cabo Verde", "Quantas pessoas?", ">3<"])
        {
            page.ShouldContain(word, Case.Insensitive);
        }

        foreach (var code in (string[])["household-", "-answered", "partner", "children", ">BR<", ">kea<"])
        {
            page.ShouldNotContain(code, Case.Sensitive);
        }
    }

    private void Script(string path, object answer)
    {
        gateway.Upstream.Scripts["/v1/rules/questions"] = _ => Results.Json(Book, JsonSerializerOptions.Web);
        gateway.Upstream.Scripts[path] = _ => Results.Json(answer, JsonSerializerOptions.Web);
    }

    private static object Question(string code, string type, string text, params (string Code, string Text)[] options) => new
    {
        code,
        block = "household",
        type,
        text = new { pt = text, en = text },
        options = options.Select(option => new { code = option.Code, label = new { pt = option.Text, en = option.Text } }),
    };
}
