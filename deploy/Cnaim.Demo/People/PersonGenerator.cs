using System.Text.Json.Nodes;
using Cnaim.Demo.Reference;

namespace Cnaim.Demo.People;

/// <summary>Invented people in the proportions of <c>statistics.json</c>: nationality by sex, age, reason of the title, municipality of the district.</summary>
internal sealed class PersonGenerator(ReferenceData data, DateOnly today)
{
    public Person Next(Draw draw, string district)
    {
        var nationality = draw.Weighted(data.Nationalities, item => item.Male + item.Female);
        var languages = NativeLanguages.Of(nationality.Alpha2);
        var spoken = data.LanguageCodes[languages[0]];
        var names = PersonNames.Next(draw, spoken);
        var answers = new JsonObject();
        foreach (var question in data.Questions)
        {
            answers[question.Code] = AnswerDraw.Next(draw, question);
        }

        SetPerson(draw, answers, nationality, district);
        SetLanguages(draw, answers, languages);
        SetHousehold(draw, answers);
        SetTalk(draw, answers);
        return new Person { GivenNames = names.Given, FamilyNames = names.Family, NameInScript = names.Script, Language = spoken, Answers = answers };
    }

    public Person Of(Scenario scenario)
    {
        var language = scenario.Answers["languages-spoken"]?[0]?.ToString() ?? "pt";
        return new Person
        {
            GivenNames = scenario.Alias,
            FamilyNames = "",
            Language = data.LanguageCodes[language],
            Date = scenario.EvaluateAt,
            Scenario = scenario.Id,
            Answers = (JsonObject)scenario.Answers.DeepClone(),
        };
    }

    private void SetPerson(Draw draw, JsonObject answers, Nationality nationality, string district)
    {
        var life = new LifeDraw(draw, today);
        var isMan = draw.Chance(nationality.Male / (double)(nationality.Male + nationality.Female));
        var group = draw.Weighted(data.AgeGroups.Where(group => group.To >= 16).ToList(), item => isMan ? item.Male : item.Female);
        var age = draw.Between(Math.Max(group.From, 16), group.To);
        var arrival = life.Arrival(age);
        var status = StatusDraw.Next(draw, nationality, data.Reasons);
        answers["nationality"] = new JsonArray(nationality.Alpha2);
        answers["gender"] = draw.Chance(0.01) ? "other" : isMan ? "man" : "woman";
        answers["birth-date"] = life.Approximate(life.Birth(age));
        answers["arrival-date"] = life.Approximate(arrival);
        answers["legal-residence-since"] = life.Approximate(life.LegalSince(arrival));
        answers["permit-expiry"] = LifeDraw.Exact(life.Expiry(status));
        answers["relationship-since"] = life.Approximate(today.AddDays(-draw.Between(100, 5000)));
        answers["residence-status"] = draw.Chance(0.03) ? "prefer-not-to-say" : status;
        answers["statelessness"] = draw.Chance(0.005) ? "unsure" : "has-nationality";
        answers["municipality"] = Municipality(draw, district);
        answers["documents-held"] = Documents(draw, status);
        answers["work-status"] = age < 18 ? "student" : age > 67 ? "retired" : Work(draw);
        answers["responsible-adult"] = draw.Chance(0.9) ? "parent" : "relative-or-guardian";
    }

    private string Municipality(Draw draw, string district)
    {
        var near = data.Municipalities.Where(item => string.Equals(item.District, district, StringComparison.Ordinal) && item.Foreign > 0).ToList();
        return draw.Weighted(near, item => item.Foreign).Name;
    }

    private static string Work(Draw draw) => draw.Weighted(
        ("employed-contract", 45), ("employed-no-contract", 10), ("seasonal-worker", 3), ("self-employed", 7),
        ("unemployed-under-90-days", 10), ("unemployed-90-days-plus", 10), ("student", 8), ("unable-to-work", 2), ("not-looking", 5));

    private static JsonArray Documents(Draw draw, string status)
    {
        var isSettled = status.StartsWith("residence-permit", StringComparison.Ordinal) || status is "eu-registered" or "temporary-protection";
        string[] likely = isSettled ? ["passport-valid", "residence-card", "niss", "nif", "health-user-number"] : ["passport-valid", "nif"];
        var held = likely.Where(_ => draw.Chance(0.88)).ToList();
        return held.Count == 0 ? ["none"] : AnswerDraw.ListOf(held);
    }

    private static void SetLanguages(Draw draw, JsonObject answers, string[] languages)
    {
        var speaksPortuguese = languages.Contains("pt", StringComparer.Ordinal);
        answers["languages-spoken"] = AnswerDraw.ListOf(languages);
        answers["languages-read"] = AnswerDraw.ListOf(languages.Take(1));
        answers["literacy"] = draw.Weighted(("reads-writes-well", 88), ("reads-a-little", 9), ("cannot-read-write", 3));
        answers["interpreter-needed"] = speaksPortuguese ? "no" : draw.Weighted(("no", 5), ("mediator", 3), ("telephone", 2));
        answers["portuguese-level"] = speaksPortuguese ? "native" : draw.Weighted(("none", 3), ("a1", 3), ("a2", 3), ("b1", 2), ("b2-plus", 1));
    }

    private static void SetHousehold(Draw draw, JsonObject answers)
    {
        var children = draw.Chance(0.6) ? 0 : draw.Between(1, 3);
        answers["children-under-18"] = children;
        answers["household-size"] = 1 + children + (draw.Chance(0.6) ? 1 : 0);
        answers["pregnancy"] = draw.Weighted(("no", 95), ("yes", 3), ("recently-gave-birth", 2));
        answers["pregnancy-weeks"] = draw.Between(5, 39);
        answers["contribution-months"] = draw.Between(0, 60);
        answers["removal-notice"] = draw.Chance(0.02) ? "yes" : "no";
        answers["protection-need"] = draw.Chance(0.03) ? "yes-not-applied" : "no";
        answers["business-plans"] = draw.Weighted(("none", 88), ("idea", 6), ("wants-to-register", 4), ("running-informally", 2));
        answers["household-income"] = draw.Weighted(("none", 8), ("very-low", 17), ("low", 35), ("sufficient", 40));
        answers["housing-situation"] = draw.Weighted(("rented-contract", 40), ("rented-no-contract", 20), ("shared-room", 20), ("with-family-friends", 14), ("own", 4), ("homeless", 2));
    }

    private static void SetTalk(Draw draw, JsonObject answers)
    {
        answers["private-conversation"] = draw.Weighted(("yes", 90), ("no-stay", 8), ("no-unsafe", 2));
        answers["safety-concerns"] = draw.Chance(0.95) ? new JsonArray("none") : new JsonArray(draw.Weighted(("discrimination-hate", 3), ("violence-partner-family", 2), ("documents-taken", 1)));
        answers["safe-contact"] = new JsonArray(draw.Weighted(("phone-call", 5), ("sms", 3), ("messaging-app", 3), ("email", 2), ("in-person-only", 1)));
        answers["consent-referral"] = draw.Weighted(("yes-chosen-offices", 76), ("ask-each-time", 17), ("no", 7));
    }
}
