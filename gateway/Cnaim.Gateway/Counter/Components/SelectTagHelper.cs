using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>One of many: a list that the keyboard jumps in by its first letters.</summary>
[HtmlTargetElement("cn-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper : FieldTagHelper
{
    public IReadOnlyList<Choice> Choices { get; set; } = [];

    public string? Value { get; set; }

    /// <summary>The form it belongs to, where that is another than the one around it.</summary>
    public string? Form { get; set; }

    protected override string Control()
    {
        // Without a value an option sends its text: in a long list of names that is written once, not twice (P14).
        var options = Choices.Select(choice =>
            $"""<option{Attribute("value", choice.Value.Length > 0 && string.Equals(choice.Value, choice.Text, StringComparison.Ordinal) ? null : choice.Value)}{(string.Equals(choice.Value, Value, StringComparison.Ordinal) ? " selected" : "")}>{Text(choice.Text)}</option>""");
        return LabelFor(Name) + HintAndError
            + $"""<select class="govuk-select{(Error is null ? "" : " govuk-select--error")}" id="{Name}" name="{Name}"{Attribute("form", Form)}{Attribute("aria-describedby", DescribedBy)}>{string.Concat(options)}</select>""";
    }
}
