using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>One line to type.</summary>
[HtmlTargetElement("cn-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper : FieldTagHelper
{
    public string? Value { get; set; }

    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    /// <summary>Characters that fit: 2, 3, 4, 5, 10, 20 or 30; null is the whole width.</summary>
    public int? Width { get; set; }

    /// <summary>Whether the keyboard starts here; for pages with one main field.</summary>
    public bool IsFocused { get; set; }

    /// <summary>False for names, numbers and codes.</summary>
    public bool Spellcheck { get; set; } = true;

    /// <summary>What the browser offers while somebody types, without a script: a value, and another name of it.</summary>
    public IReadOnlyList<Choice> Suggestions { get; set; } = [];

    protected override string Control()
    {
        var classes = "govuk-input" + (Width is { } width ? $" govuk-input--width-{width}" : "") + (Error is null ? "" : " govuk-input--error");
        return LabelFor(Name) + HintAndError
            + $"""<input class="{classes}" id="{Name}" name="{Name}" type="{Type}"{Attribute("value", Type is "password" ? null : Value)}{Attribute("autocomplete", Autocomplete)}{Attribute("inputmode", Inputmode)}{(Spellcheck ? "" : " spellcheck=\"false\" autocapitalize=\"none\"")}{Attribute("list", Suggestions.Count > 0 ? Name + "-list" : null)}{Attribute("aria-describedby", DescribedBy)}{(IsFocused ? " autofocus" : "")}>"""
            + (Suggestions.Count > 0 ? $"""<datalist id="{Name}-list">{string.Concat(Suggestions.Select(choice => $"<option value=\"{Text(choice.Value)}\">{Text(choice.Text)}</option>"))}</datalist>""" : "");
    }
}
