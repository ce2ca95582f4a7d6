using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>Radios, or checkboxes where several answers are possible.</summary>
[HtmlTargetElement("cn-choices", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoicesTagHelper : FieldTagHelper
{
    public IReadOnlyList<Choice> Choices { get; set; } = [];

    public IReadOnlyCollection<string?> Chosen { get; set; } = [];

    public bool IsMany { get; set; }

    /// <summary>Small and in columns, for pages with many questions.</summary>
    public bool IsCompact { get; set; }

    /// <summary>Whether the keyboard starts at the chosen answer; for pages with one main field.</summary>
    public bool IsFocused { get; set; }

    protected override string Control()
    {
        var (kind, type) = IsMany ? ("checkboxes", "checkbox") : ("radios", "radio");
        var items = Choices.Select((choice, index) => Item(kind, type, choice, index == 0 ? Name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}-{index + 1}")));
        return Fieldset($"""<div class="govuk-{kind}{(IsCompact ? $" govuk-{kind}--small cn-columns" : "")}" data-module="govuk-{kind}">{string.Concat(items)}</div>""");
    }

    private string Item(string kind, string type, Choice choice, string id)
    {
        var hint = choice.Hint is null ? "" : $"""<div id="{id}-item-hint" class="govuk-hint govuk-{kind}__hint">{Text(choice.Hint)}</div>""";
        return $"""
            <div class="govuk-{kind}__item"><input class="govuk-{kind}__input" id="{id}" name="{Name}" type="{type}" value="{Text(choice.Value)}"{(Chosen.Contains(choice.Value, StringComparer.Ordinal) ? IsFocused ? " checked autofocus" : " checked" : "")}{(choice.Hint is null ? "" : $" aria-describedby=\"{id}-item-hint\"")}><label class="govuk-label govuk-{kind}__label" for="{id}">{Text(choice.Text)}</label>{hint}</div>
            """;
    }
}
