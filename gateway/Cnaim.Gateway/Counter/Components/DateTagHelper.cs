using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>A date in three fields, with one question and one error.</summary>
[HtmlTargetElement("cn-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper : FieldTagHelper
{
    public TypedDate Value { get; set; } = new();

    protected override string Control()
    {
        var words = View.HttpContext.RequestServices.GetRequiredService<Words>();
        // The first field has the question's own id: that is where the summary of errors leads.
        return Fieldset($"""<div class="govuk-date-input">{Part("Day", Name, Value.Day, 2)}{Part("Month", Name + "-month", Value.Month, 2)}{Part("Year", Name + "-year", Value.Year, 4)}</div>""");

        string Part(string part, string id, string? value, int width) =>
            $"""<div class="govuk-date-input__item"><div class="govuk-form-group"><label class="govuk-label govuk-date-input__label" for="{id}">{Text(words[part])}</label><input class="govuk-input govuk-date-input__input govuk-input--width-{width}{(Error is null ? "" : " govuk-input--error")}" id="{id}" name="{Name}.{part}" type="text" inputmode="numeric" autocomplete="off"{Attribute("value", value)}></div></div>""";
    }
}
