using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>A day in three fields and a time: <c>Day</c>, <c>Month</c>, <c>Year</c> and <c>Time</c> of the form.</summary>
[HtmlTargetElement("cn-moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTagHelper : WordedTagHelper
{
    public string Label { get; set; } = "";

    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    public string? Time { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Begin(output, "fieldset", "govuk-fieldset cn-date");
        output.Content.SetHtmlContent($"""<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{Text(Label)}</legend>"""
            + Part(nameof(Day), Day, 2, "numeric") + Part(nameof(Month), Month, 2, "numeric") + Part(nameof(Year), Year, 4, "numeric") + Part(nameof(Time), Time, 5, inputmode: null));
    }

    private string Part(string name, string? value, int width, string? inputmode) => new InputTagHelper
    {
        View = View,
        Name = name,
        Label = Words[name],
        Value = value,
        Width = width,
        Inputmode = inputmode,
        Autocomplete = "off",
        Spellcheck = false,
    }.Group();
}
