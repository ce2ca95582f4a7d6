using System.Globalization;
using System.Text.Json.Nodes;
using Cnaim.Demo.People;
using Cnaim.Demo.Reference;

namespace Cnaim.Demo.Tests;

public class When_a_person_is_invented
{
    private static readonly List<Person> People = Invent(4000);

    [Fact]
    public void Should_answer_every_question_in_its_form()
    {
        foreach (var person in People)
        {
            person.Answers.Select(answer => answer.Key).ShouldBe(Samples.Data.Questions.Select(question => question.Code), ignoreOrder: true);
            foreach (var (code, value) in person.Answers)
            {
                HasItsForm(Samples.Data.QuestionByCode[code], value!).ShouldBeTrue($"{code}: {value!.ToJsonString()}");
            }
        }
    }

    [Fact]
    public void Should_keep_the_proportions_of_nationalities()
    {
        var all = Samples.Data.Nationalities.Sum(nationality => (double)nationality.Male + nationality.Female);
        foreach (var nationality in Samples.Data.Nationalities.OrderByDescending(item => item.Male + item.Female).Take(5))
        {
            var drawn = People.Count(person => string.Equals(person.Answers["nationality"]![0]!.ToString(), nationality.Alpha2, StringComparison.Ordinal));
            (drawn / (double)People.Count).ShouldBe((nationality.Male + nationality.Female) / all, tolerance: 0.03);
        }
    }

    [Fact]
    public void Should_give_titles_only_to_those_who_can_hold_them()
    {
        var byCountry = Samples.Data.Nationalities.ToDictionary(nationality => nationality.Alpha2, StringComparer.Ordinal);
        foreach (var person in People)
        {
            var country = byCountry[person.Answers["nationality"]![0]!.ToString()];
            var status = person.Answers["residence-status"]!.ToString();
            if (status.StartsWith("eu-", StringComparison.Ordinal))
            {
                country.FreeMovement.ShouldBeTrue();
            }

            if (status is "residence-permit-cplp")
            {
                country.PortugueseSpeaking.ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Should_sometimes_decline_and_sometimes_refuse()
    {
        People.Count(person => person.Answers.Any(answer => answer.Value is JsonValue value && value.ToString() is "prefer-not-to-say")).ShouldBeInRange(1000, 3900);
        (People.Count(person => person.Consent is "no") / (double)People.Count).ShouldBe(0.07, tolerance: 0.02);
    }

    private static List<Person> Invent(int count)
    {
        var generator = new PersonGenerator(Samples.Data, new DateOnly(2026, 11, 23));
        var draw = new Draw(11);
        return Enumerable.Range(0, count).Select(_ => generator.Next(draw.Fork(), "Lisboa")).ToList();
    }

    private static bool HasItsForm(Question question, JsonNode value)
    {
        if (value is JsonValue && value.GetValueKind() is System.Text.Json.JsonValueKind.String && value.ToString() is "prefer-not-to-say")
        {
            return question.MayDecline;
        }

        return question.Type switch
        {
            "single" => question.Options.Contains(value.ToString(), StringComparer.Ordinal),
            "multi" => Texts(value) is { Count: > 0 } texts && texts.TrueForAll(text => question.Options.Contains(text, StringComparer.Ordinal)) && (texts.Count == 1 || !texts.Contains("none", StringComparer.Ordinal)),
            "number" => value.GetValue<int>() >= 0,
            "date" => DateOnly.TryParseExact(value.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "approximate-date" => value.ToString().Length is 4 or 7 or 10,
            "language" => Texts(value).TrueForAll(Samples.Data.LanguageCodes.ContainsKey),
            "country" => Texts(value).TrueForAll(text => text.Length == 2),
            "text" => Samples.Data.Municipalities.Any(item => string.Equals(item.Name, value.ToString(), StringComparison.Ordinal)),
            _ => false,
        };
    }

    private static List<string> Texts(JsonNode value) => value.AsArray().Select(item => item!.ToString()).ToList();
}
