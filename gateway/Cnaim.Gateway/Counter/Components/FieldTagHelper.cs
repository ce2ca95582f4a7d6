using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>A form group as the GOV.UK design system has it: label or legend, hint, error, control.</summary>
public abstract class FieldTagHelper : WordedTagHelper
{
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>Whether the label is the page's heading.</summary>
    public bool IsHeading { get; set; }

    protected string? Error => CounterPage.Of(View)?.Errors.Of(Name);

    /// <summary>What a screen reader reads with the control.</summary>
    protected string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (_, null) => Name + "-hint",
        (null, _) => Name + "-error",
        _ => $"{Name}-hint {Name}-error",
    };

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.Clear();
        Begin(output, "div", GroupClasses);
        output.Content.SetHtmlContent(Control());
    }

    /// <summary>The whole group, for a component that is made of several fields.</summary>
    internal string Group() => $"""<div class="{GroupClasses}">{Control()}</div>""";

    protected abstract string Control();

    private string Begun => HeadingTagHelper.IsBegun(View) ? " " + HeadingTagHelper.Focus : "";

    private string GroupClasses => Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error";

    protected string HintAndError =>
        (Hint is null ? "" : $"""<div id="{Name}-hint" class="govuk-hint">{Text(Hint)}</div>""")
        + (Error is null ? "" : $"""<p id="{Name}-error" class="govuk-error-message"><span class="govuk-visually-hidden">{Text(Words["ErrorPrefix"])}</span> {Text(Error)}</p>""");

    protected string LabelFor(string id) => IsHeading
        ? $"""<h1 class="govuk-label-wrapper"{Begun}><label class="govuk-label govuk-label--l" for="{id}">{Text(Label)}</label></h1>"""
        : $"""<label class="govuk-label" for="{id}">{Text(Label)}</label>""";

    /// <summary>Several controls with one question.</summary>
    protected string Fieldset(string controls)
    {
        var legend = IsHeading
            ? $"""<legend class="govuk-fieldset__legend govuk-fieldset__legend--l"><h1 class="govuk-fieldset__heading"{Begun}>{Text(Label)}</h1></legend>"""
            : $"""<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{Text(Label)}</legend>""";
        return $"""<fieldset class="govuk-fieldset"{Attribute("aria-describedby", DescribedBy)}>{legend}{HintAndError}{controls}</fieldset>""";
    }
}
