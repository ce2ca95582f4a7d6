using System.Text.Json.Nodes;
using Cnaim.Demo.Gateway;
using Cnaim.Demo.People;
using Cnaim.Demo.Reference;

namespace Cnaim.Demo.Play;

/// <summary>Holds one interview as a mediator does: answers saved a few at a time, the next questions asked of the platform.</summary>
internal sealed class InterviewPlayer(GatewayClient gateway, ReferenceData data)
{
    private const int SavedAtATime = 12;
    private const int MostRounds = 12;

    /// <summary>Registers nobody; returns the interview's id once all its questions are answered.</summary>
    public async Task<GatewayAnswer> HoldAsync(Desk desk, string personId, Person person, CancellationToken cancellationToken)
    {
        var start = new JsonObject
        {
            ["personId"] = personId,
            ["language"] = person.Language,
            ["channel"] = "counter",
        };
        if (person.Date is not null)
        {
            start["date"] = person.Date;
        }

        var started = Expect("interview", await gateway.PostAsync(desk, "/api/screening/v1/interviews", start, cancellationToken));
        var path = $"/api/screening/v1/interviews/{started.Text("id")}";
        if (person.Scenario is null)
        {
            await AnswerWhatIsAskedAsync(desk, path, person, cancellationToken);
        }
        else
        {
            await AnswerByBlockAsync(desk, path, person, cancellationToken);
        }

        return started;
    }

    /// <summary>The questions of an interview's answer, by code.</summary>
    public static IReadOnlyList<string> NextQuestions(JsonNode? interview) =>
        (interview?["nextQuestions"] as JsonArray ?? []).Select(item => item is JsonObject question ? question["code"]!.ToString() : item!.ToString()).ToList();

    internal static GatewayAnswer Expect(string action, GatewayAnswer answer) => answer.IsSuccess ? answer : throw DemoRefusedException.For(action, answer);

    // A scenario says exactly what was answered: nothing is added, and it is saved block by block.
    private async Task AnswerByBlockAsync(Desk desk, string path, Person person, CancellationToken cancellationToken)
    {
        foreach (var block in person.Answers.GroupBy(answer => data.QuestionByCode[answer.Key].Block, StringComparer.Ordinal))
        {
            var part = new JsonObject(block.Select(answer => KeyValuePair.Create(answer.Key, answer.Value?.DeepClone())));
            Expect("answers", await gateway.PutAsync(desk, path + "/answers", part, cancellationToken));
        }
    }

    private async Task AnswerWhatIsAskedAsync(Desk desk, string path, Person person, CancellationToken cancellationToken)
    {
        var answered = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < MostRounds; round++)
        {
            var interview = Expect("interview", await gateway.GetAsync(desk, path, cancellationToken));
            var next = NextQuestions(interview.Body).Where(code => !answered.Contains(code)).Take(SavedAtATime).ToList();
            if (next.Count == 0)
            {
                return;
            }

            var part = new JsonObject(next.Select(code => KeyValuePair.Create(code, person.Answers[code]?.DeepClone())));
            Expect("answers", await gateway.PutAsync(desk, path + "/answers", part, cancellationToken));
            answered.UnionWith(next);
        }
    }
}
