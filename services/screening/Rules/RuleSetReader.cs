using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cnaim.Screening.Rules;

/// <summary>Compiles the documents of a version; answers with the set, or with one sentence for everything that is wrong.</summary>
internal sealed class RuleSetReader
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    private readonly CodeLists _lists;
    private readonly List<string> _errors = [];

    private RuleSetReader(CodeLists lists) => _lists = lists;

    public static (RuleSet? Rules, IReadOnlyList<string> Errors) Read(RuleDocuments documents, CodeLists lists)
    {
        var reader = new RuleSetReader(lists);
        var questions = reader.Document<QuestionsDocument>(documents.Questions, "questions");
        var issues = reader.Document<IssuesDocument>(documents.Issues, "issues");
        var eligibility = reader.Document<EligibilityDocument>(documents.Eligibility, "eligibility");
        var offices = reader.Document<OfficesDocument>(documents.Offices, "offices");
        if (questions is null || issues is null || eligibility is null || offices is null)
        {
            return (null, reader._errors);
        }

        var rules = reader.Compile(questions, issues, eligibility, offices);
        return reader._errors.Count is 0 ? (rules, []) : (null, reader._errors);
    }

    private RuleSet Compile(QuestionsDocument questions, IssuesDocument issues, EligibilityDocument eligibility, OfficesDocument offices)
    {
        var catalogue = Unique(Questions(questions.Questions), question => question.Code, "question");
        var expressions = new ExpressionReader(catalogue, questions.ValueSets, _lists, _errors);
        foreach (var entry in questions.Questions.Where(entry => entry.ShowIf is { ValueKind: not JsonValueKind.Null }))
        {
            catalogue[entry.Code].ShowIf = expressions.Read(entry.ShowIf!.Value, $"question {entry.Code}");
        }

        var requests = Unique(Requests(offices), request => request.Code, "request");
        var codes = Unique(offices.Offices, office => office.Code, "office").Keys;
        var raised = Unique(issues.Issues.Select(entry => Issue(entry, expressions, codes, requests.Keys)), issue => issue.Code, "issue");
        var all = catalogue.Values.ToArray();
        var rules = Unique(eligibility.Rules.Select(entry => Rule(entry, expressions, requests.Keys, all)), rule => rule.Id, "rule");
        return new RuleSet
        {
            Questions = all,
            Issues = [.. raised.Values],
            Rules = [.. rules.Values],
            Requests = requests.ToFrozenDictionary(StringComparer.Ordinal),
            Offices = codes.ToFrozenSet(StringComparer.Ordinal),
            Catalogue = catalogue.ToFrozenDictionary(StringComparer.Ordinal),
            IssuesByCode = raised.ToFrozenDictionary(StringComparer.Ordinal),
        };
    }

    private IEnumerable<Question> Questions(List<QuestionEntry> entries) => entries.Select((entry, index) => new Question
    {
        Index = index,
        Code = entry.Code,
        Type = Enum.TryParse<QuestionType>(entry.Type.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var type) ? type : Unknown(entry),
        Options = entry.Options.Select(option => option.Code).ToFrozenSet(StringComparer.Ordinal),
        MayDecline = entry.PreferNotToSay,
        IsList = entry.Multiple || type is QuestionType.Multi,
    });

    private QuestionType Unknown(QuestionEntry entry)
    {
        _errors.Add($"question {entry.Code}: unknown type '{entry.Type}'");
        return QuestionType.Text;
    }

    private static IEnumerable<ServiceRequest> Requests(OfficesDocument offices) => offices.Offices.SelectMany(
        office => office.Requests.Select(entry => new ServiceRequest(entry.Code, office.Code, entry.Documents, entry.StatusBlind)));

    private Issue Issue(IssueEntry entry, ExpressionReader expressions, IReadOnlyCollection<string> offices, IReadOnlyCollection<string> requests)
    {
        var where = $"issue {entry.Code}";
        Exist(entry.Offices, offices, where, "office");
        Exist(entry.Requests, requests, where, "request");
        if (!Enum.TryParse<Urgency>(entry.Urgency, ignoreCase: true, out var urgency))
        {
            _errors.Add($"{where}: unknown urgency '{entry.Urgency}'");
        }

        if (entry.Kind is not ("issue" or "arrangement") || (entry.Kind is "issue") != (entry.Offices.Length > 0))
        {
            _errors.Add($"{where}: an issue has an office, an arrangement has none");
        }

        return new Issue(entry.Code, entry.Kind is "arrangement", expressions.Read(entry.When, where), entry.Offices, urgency, entry.Requests);
    }

    private EligibilityRule Rule(RuleEntry entry, ExpressionReader expressions, IReadOnlyCollection<string> requests, Question[] questions)
    {
        var where = $"rule {entry.Id}";
        Exist([entry.Request], requests, where, "request");
        if (entry.ValidTo < entry.ValidFrom)
        {
            _errors.Add($"{where}: ends before it begins");
        }

        var condition = expressions.Read(entry.Condition, where);
        return new EligibilityRule(
            entry.Id, entry.Request, condition, entry.LegalBasis, entry.ValidFrom, entry.ValidTo, [.. condition.Questions.Distinct().Select(index => questions[index])]);
    }

    private void Exist(string[] codes, IReadOnlyCollection<string> known, string where, string what) =>
        _errors.AddRange(codes.Where(code => !known.Contains(code, StringComparer.Ordinal)).Select(code => $"{where}: unknown {what} '{code}'"));

    private OrderedDictionary<string, T> Unique<T>(IEnumerable<T> items, Func<T, string> code, string what)
    {
        var unique = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        _errors.AddRange(items.Where(item => !unique.TryAdd(code(item), item)).Select(item => $"{what} {code(item)}: twice"));
        return unique;
    }

    private T? Document<T>(JsonElement json, string name)
        where T : class
    {
        try
        {
            return json.Deserialize<T>(Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException wrong)
        {
            _errors.Add($"{name}: not in the form of the rules catalogue at {wrong.Path ?? "$"}");
            return null;
        }
    }
}
