using System.Collections.Frozen;
using System.Text.Json;

namespace Cnaim.Screening.Rules;

/// <summary>Compiles expressions and names everything in them that does not exist.</summary>
internal sealed class ExpressionReader(
    IReadOnlyDictionary<string, Question> questions, IReadOnlyDictionary<string, ValueSetEntry> sets, CodeLists lists, List<string> errors)
{
    private const int MaximumDepth = 12;

    public Expression Read(JsonElement json, string where) => Read(json, where, 0);

    private Expression Read(JsonElement json, string where, int depth)
    {
        if (json.ValueKind is not JsonValueKind.Object || json.GetPropertyCount() is not 1 || depth > MaximumDepth)
        {
            return Wrong($"{where}: an expression is an object with exactly one operator, at most {MaximumDepth} deep");
        }

        var member = json.EnumerateObject().First();
        return (member.Name, member.Value.ValueKind) switch
        {
            ("all", JsonValueKind.Array) => new AllOf(List(member.Value, where, depth)),
            ("any", JsonValueKind.Array) => new AnyOf(List(member.Value, where, depth)),
            ("not", _) => new Not(Read(member.Value, where, depth + 1)),
            ("known", JsonValueKind.String) => Find(member.Value.GetString()!, where) is { } question ? new Known(question.Index) : Failed,
            ("equals" or "in" or "atLeast" or "atMost" or "before" or "after", JsonValueKind.Array) => Comparison(member.Name, member.Value, where),
            _ => Wrong($"{where}: unknown operator or wrong argument of '{member.Name}'"),
        };
    }

    private Expression[] List(JsonElement parts, string where, int depth) =>
        [.. parts.EnumerateArray().Select(part => Read(part, where, depth + 1))];

    private Expression Comparison(string name, JsonElement argument, string where)
    {
        if (argument.GetArrayLength() is not 2 || argument[0].ValueKind is not JsonValueKind.String)
        {
            return Wrong($"{where}: '{name}' takes a question and a value");
        }

        return Find(argument[0].GetString()!, where) is not { } question
            ? Failed
            : name switch
            {
                "equals" => Values(question, [argument[1]], where),
                "in" => In(question, argument[1], where),
                "atLeast" or "atMost" => Number(question, name, argument[1], where),
                _ => Date(question, name, argument[1], where),
            };
    }

    private Expression In(Question question, JsonElement values, string where)
    {
        if (values.ValueKind is JsonValueKind.Array)
        {
            return Values(question, [.. values.EnumerateArray()], where);
        }

        if (values.ValueKind is not JsonValueKind.String || values.GetString() is not ['@', .. var name] || !sets.TryGetValue(name, out var set))
        {
            return Wrong($"{where}: '{values}' is no value set");
        }

        return Codes(question, set.Values, where);
    }

    private Expression Values(Question question, JsonElement[] values, string where)
    {
        if (question.Type is QuestionType.Number && values is [{ ValueKind: JsonValueKind.Number } number])
        {
            return new NumberWithin(question.Index, number.GetDecimal(), number.GetDecimal());
        }

        return Array.TrueForAll(values, value => value.ValueKind is JsonValueKind.String)
            ? Codes(question, [.. values.Select(value => value.GetString()!)], where)
            : Wrong($"{where}: values of '{question.Code}' are codes");
    }

    private Expression Codes(Question question, string[] codes, string where)
    {
        if (question.IsDate || question.Type is QuestionType.Number)
        {
            return Wrong($"{where}: '{question.Code}' has no codes to compare with");
        }

        foreach (var code in codes.Where(code => !lists.Accepts(question, code)))
        {
            errors.Add($"{where}: '{code}' is no value of '{question.Code}'");
        }

        return new OneOf(question.Index, codes.ToFrozenSet(StringComparer.Ordinal));
    }

    private Expression Number(Question question, string name, JsonElement value, string where)
    {
        if (question.Type is not QuestionType.Number || value.ValueKind is not JsonValueKind.Number)
        {
            return Wrong($"{where}: '{name}' compares a number question with a number");
        }

        return name is "atLeast"
            ? new NumberWithin(question.Index, value.GetDecimal(), decimal.MaxValue)
            : new NumberWithin(question.Index, decimal.MinValue, value.GetDecimal());
    }

    private Expression Date(Question question, string name, JsonElement value, string where)
    {
        if (!question.IsDate || value.ValueKind is not JsonValueKind.String || !DateBound.TryParse(value.GetString()!, out var bound))
        {
            return Wrong($"{where}: '{name}' compares a date question with a date or a duration such as -P18Y");
        }

        return name is "before" ? new DateBefore(question.Index, bound) : new DateAfter(question.Index, bound);
    }

    private Question? Find(string code, string where)
    {
        if (!questions.TryGetValue(code, out var question))
        {
            errors.Add($"{where}: unknown question '{code}'");
        }

        return question;
    }

    private static Expression Failed { get; } = new AnyOf([]);

    private Expression Wrong(string error)
    {
        errors.Add(error);
        return Failed;
    }
}
