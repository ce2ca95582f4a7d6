using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cnaim.Screening.Rules;

/// <summary>Members of the documents as people read them, with the questions' own texts; what has no words stays as it is written.</summary>
internal sealed class RulesWords(JsonElement questions)
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, string> Urgencies = new(StringComparer.Ordinal)
    {
        ["immediate"] = "imediata",
        ["urgent"] = "urgente",
        ["normal"] = "normal",
        ["low"] = "baixa",
    };

    private readonly Dictionary<string, JsonElement> _questions = questions.GetProperty("questions").EnumerateArray()
        .GroupBy(question => question.GetProperty("code").GetString()!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private readonly Dictionary<string, string> _sets = questions.TryGetProperty("value_sets", out var sets)
        ? sets.EnumerateObject().ToDictionary(set => set.Name, set => set.Value.TryGetProperty("label", out var label) && label.ValueKind is JsonValueKind.String ? label.GetString()! : set.Name, StringComparer.Ordinal)
        : [];

    /// <summary>What an entry is called.</summary>
    public static RulesText NameOf(JsonElement entry, string code)
    {
        foreach (var member in new[] { "label", "title", "text" })
        {
            if (entry.TryGetProperty(member, out var name))
            {
                return name.ValueKind is JsonValueKind.String ? Same(name.GetString()!) : new RulesText(Text(name, "pt") ?? code, Text(name, "en") ?? code);
            }
        }

        return Same(code);
    }

    /// <summary>A member's value.</summary>
    public RulesText Of(string member, JsonElement value) => value.ValueKind is JsonValueKind.Object && member is "when" or "condition" or "show_if"
        ? new RulesText(Expression(value, "pt"), Expression(value, "en"))
        : value.ValueKind is JsonValueKind.String && member is "urgency" && Urgencies.TryGetValue(value.GetString()!, out var urgency) ? new RulesText(urgency, value.GetString()!)
        : new RulesText(Value(value, "pt"), Value(value, "en"));

    private static string Value(JsonElement value, string language) => value.ValueKind switch
    {
        JsonValueKind.Null => "–",
        JsonValueKind.True => language is "pt" ? "sim" : "yes",
        JsonValueKind.False => language is "pt" ? "não" : "no",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array when value.GetArrayLength() is 0 => "–",
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(item => Value(item, language))),
        JsonValueKind.Object when Text(value, language) is { } text => text,
        JsonValueKind.Object when value.TryGetProperty("code", out var code) && value.TryGetProperty("label", out var label) => $"{Text(label, language)} ({code})",
        _ => JsonSerializer.Serialize(value, AsWritten),
    };

    private string Expression(JsonElement json, string language)
    {
        if (json.ValueKind is not JsonValueKind.Object || json.GetPropertyCount() is not 1)
        {
            return json.GetRawText();
        }

        var (isPortuguese, member) = (language is "pt", json.EnumerateObject().First());
        return member.Name switch
        {
            "all" => Joined(member.Value, isPortuguese ? " e " : " and ", language),
            "any" => Joined(member.Value, isPortuguese ? " ou " : " or ", language),
            "not" => $"{(isPortuguese ? "não" : "not")} ({Expression(member.Value, language)})",
            "known" => Question(member.Value, language) + (isPortuguese ? " tem resposta" : " is answered"),
            _ when member.Value.ValueKind is JsonValueKind.Array && member.Value.GetArrayLength() is 2 =>
                $"{Question(member.Value[0], language)} {Operator(member.Name, isPortuguese)} {Operand(member.Value[0], member.Value[1], language)}",
            _ => json.GetRawText(),
        };
    }

    private static string Operator(string name, bool isPortuguese) => name switch
    {
        "equals" => isPortuguese ? "é" : "is",
        "in" => isPortuguese ? "é um de:" : "is one of:",
        "atLeast" => "≥",
        "atMost" => "≤",
        "before" => isPortuguese ? "é antes de" : "is before",
        "after" => isPortuguese ? "é depois de" : "is after",
        _ => name,
    };

    private string Joined(JsonElement parts, string separator, string language) =>
        string.Join(separator, parts.EnumerateArray().Select(part => part.ValueKind is JsonValueKind.Object && (part.TryGetProperty("all", out _) || part.TryGetProperty("any", out _))
            ? $"({Expression(part, language)})"
            : Expression(part, language)));

    private string Question(JsonElement code, string language) =>
        _questions.TryGetValue(code.ToString(), out var question) && question.TryGetProperty("text", out var text) && Text(text, language) is { } words ? $"«{words}»" : $"«{code}»";

    private string Operand(JsonElement question, JsonElement value, string language) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(item => Option(question, item, language))),
        JsonValueKind.String when value.GetString() is ['@', .. var name] => _sets.GetValueOrDefault(name, name),
        _ => Option(question, value, language),
    };

    private string Option(JsonElement question, JsonElement value, string language)
    {
        if (_questions.TryGetValue(question.ToString(), out var asked) && asked.TryGetProperty("options", out var options) && options.ValueKind is JsonValueKind.Array)
        {
            foreach (var option in options.EnumerateArray().Where(option => value.ValueKind is JsonValueKind.String && option.GetProperty("code").ValueEquals(value.GetString())))
            {
                return option.TryGetProperty("label", out var label) && Text(label, language) is { } words ? words : value.ToString();
            }
        }

        return value.ToString();
    }

    private static string? Text(JsonElement words, string language) =>
        words.ValueKind is JsonValueKind.Object && words.TryGetProperty(language, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;

    private static RulesText Same(string text) => new(text, text);
}
