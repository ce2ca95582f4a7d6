using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>A row of <c>cn-summary</c> whose value is more than text, for example a link.</summary>
[HtmlTargetElement("cn-fact", ParentTag = "cn-summary")]
public sealed class FactTagHelper : WordedTagHelper
{
    public string Name { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var value = (await output.GetChildContentAsync()).GetContent();
        Begin(output, "div", "govuk-summary-list__row");
        output.Content.SetHtmlContent(Cells(Text(Name), value));
    }

    internal static string Cells(string name, string value) => $"""<dt class="govuk-summary-list__key">{name}</dt><dd class="govuk-summary-list__value">{value}</dd>""";
}
