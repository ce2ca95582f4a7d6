using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>Radios, or checkboxes where several answers are possible.</summary>
[HtmlTargetElement("cn-choices", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoicesTagHelper : FieldTagHelper
{
    public IReadOnlyList<Choice> Choices { get; set; } = [];

    public IReadOnlyCollection<string?> Chosen { get; set; } = [];

    public bool IsMany { get; set; }

    /// <summary>Small, in columns and of the browser's own controls: a page with many questions weighs a third less without an id and five class names for each answer (P14).</summary>
    public bool IsCompact { get; set; }

    /// <summary>Whether the keyboard starts at the chosen answer; for pages with one main field.</summary>
    public bool IsFocused { get; set; }

    protected override string Control()
    {
        var (kind, type) = IsMany ? ("checkboxes", "checkbox") : ("radios", "radio");
        if (IsCompact)
        {
            return Fieldset($"""<div class="cn-columns cn-compact">{string.Concat(Choices.Select((choice, index) => Short(type, choice, index)))}</div>""");
        }

        var items = Choices.Select((choice, index) => Item(kind, type, choice, index == 0 ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name}-{index + 1}")));
        return Fieldset($"""<div class="govuk-{kind}" data-module="govuk-{kind}">{string.Concat(items)}</div>""");
    }

    private string Item(string kind, string type, Choice choice, string id)
    {
        var hint = choice.Hint is null ? "" : $"""<div id="{id}-item-hint" class="govuk-hint govuk-{kind}__hint">{Text(choice.Hint)}</div>""";
        return $"""
            <div class="govuk-{kind}__item"><input class="govuk-{kind}__input" id="{id}" name="{Name}" type="{type}" value="{Text(choice.Value)}"{Checked(choice)}{(choice.Hint is null ? "" : $" aria-describedby=\"{id}-item-hint\"")}><label class="govuk-label govuk-{kind}__label" for="{id}">{Text(choice.Text)}</label>{hint}</div>
            """;
    }

    // The first has the question's own id, where a summary of errors leads; the others need none.
    private string Short(string type, Choice choice, int index)
    {
        var id = index == 0 ? Attribute("id", Name) : "";
        var hint = choice.Hint is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Name}-{index + 1}-hint");
        var label = $"""<label><input{id} name="{Name}" type="{type}" value="{Text(choice.Value)}"{Checked(choice)}{Attribute("aria-describedby", hint)}>{Text(choice.Text)}</label>""";
        return hint is null ? label : $"""<div>{label}<span id="{hint}" class="govuk-hint">{Text(choice.Hint)}</span></div>""";
    }

    private string Checked(Choice choice) => !Chosen.Contains(choice.Value, StringComparer.Ordinal) ? "" : IsFocused ? " checked autofocus" : " checked";
}
