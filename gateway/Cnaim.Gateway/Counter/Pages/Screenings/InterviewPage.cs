using System.Globalization;
using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Cnaim.Gateway.Counter.Pages.People;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Screenings;

/// <summary>A page of one interview: what was answered, what to ask now, and what an answer may be.</summary>
internal abstract class InterviewPage(CodeNames names) : CounterPage
{
    public const string Declined = "prefer-not-to-say";

    public Interview Interview { get; private set; } = null!;

    public QuestionBook Book { get; private set; } = null!;

    public Person? Person { get; private set; }

    /// <summary>What to ask now and what was answered, in the order of asking.</summary>
    public IReadOnlyList<Question> Shown => [.. Book.Questions.Where(question => Interview.NextQuestions.Contains(question.Code, StringComparer.Ordinal) || Interview.Answers.ContainsKey(question.Code))];

    public IEnumerable<(Labelled Block, IReadOnlyList<Question> Questions)> Blocks => Book.Blocks
        .Select(block => (block, (IReadOnlyList<Question>)[.. Shown.Where(question => string.Equals(question.Block, block.Code, StringComparison.Ordinal))]));

    private string? Version { get; set; }

    public IReadOnlyList<Choice> ChoicesOf(Question question)
    {
        var options = KindOf(question) is { } kind ? ByName(kind) : question.Options.Select(option => new Choice(option.Code, option.Label.Shown));
        return [.. question.IsChoice ? (Choice[])[] : [new Choice("", "")], .. options, .. question.PreferNotToSay ? (Choice[])[new Choice(Declined, Words["PreferNotToSay"])] : []];
    }

    /// <summary>The same for a long list, which is sent by name; that somebody would rather not say stays a code.</summary>
    public IReadOnlyList<Choice> NamesOf(Question question) => [.. ChoicesOf(question).Select(choice => choice.Value is "" or Declined ? choice : choice with { Value = choice.Text })];

    public string NameOf(Question question, string code) => code is not Declined && KindOf(question) is { } kind ? Words.Code(kind, code) : code;

    /// <summary>An answer in words; empty where there is none.</summary>
    public string TextOf(Question question) => TextOf(question, Interview.ValuesOf(question.Code));

    protected string TextOf(Question question, IReadOnlyList<string> values) =>
        string.Join(", ", values.Select(value => ChoicesOf(question).FirstOrDefault(choice => string.Equals(choice.Value, value, StringComparison.Ordinal))?.Text ?? value));

    /// <summary>The page to answer with instead, where something is missing.</summary>
    protected async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Interview>("screening", $"/v1/interviews/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        (Interview, Version) = (answer.Value, answer.ETag);
        var book = Calls.GetAsync<QuestionBook>("screening", string.Create(CultureInfo.InvariantCulture, $"/v1/rules/questions?date={Interview.Date:yyyy-MM-dd}"), cancellationToken);
        var person = Calls.GetAsync<Person>("screening", $"/v1/people/{ServiceCalls.Id(Interview.PersonId)}", cancellationToken);
        if ((await book).Problem is { } silent)
        {
            return Missing(silent);
        }

        (Book, Person) = ((await book).Value!, (await person).Value);
        return null;
    }

    /// <summary>Saves at once; the problem where it was not possible.</summary>
    protected async Task<ServiceProblem?> SaveAsync(IReadOnlyDictionary<string, object> answers, CancellationToken cancellationToken)
    {
        var saved = await Calls.SendAsync<Interview>(
            new ServiceRequest("screening", HttpMethod.Put, $"/v1/interviews/{Interview.Id}/answers") { Body = answers, IfMatch = Version }, cancellationToken);
        if (saved.IsGood)
        {
            (Interview, Version) = (saved.Value, saved.ETag);
        }

        return saved.Problem;
    }

    /// <summary>What the form says to a question; null when it says nothing.</summary>
    protected object? ValueOf(Question question, IFormCollection form) => Given(question, form) switch
    {
        [] => null,
        [.., Declined] => Declined,
        var given when question.IsMany => given,
        [var number, ..] when question.Type is "number" && decimal.TryParse(number, NumberStyles.Number, CultureInfo.CurrentCulture, out var value) => value,
        var given => given[0],
    };

    protected string[] Given(Question question, IFormCollection form) => [.. form[question.Code].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => CodeOf(question, value!.Trim()))];

    private string CodeOf(Question question, string given) => KindOf(question) is { } kind ? names.CodeOf(kind, given) ?? given : given;

    private static string? KindOf(Question question) => question.Type switch { "country" => "Country", "language" => "Tongue", _ => null };

    private IEnumerable<Choice> ByName(string kind) => Words.Choices(kind, names.Codes(kind)).OrderBy(choice => choice.Text, StringComparer.CurrentCulture);
}
