using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>Rows and cells of a table look as the design system has them, without saying so each time; one that has classes of its own keeps them.</summary>
[HtmlTargetElement("tr")]
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
public sealed class TableRowTagHelper : TagHelper
{
    /// <summary>Whether the cell holds a number.</summary>
    public bool IsNumeric { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!output.Attributes.ContainsName("class"))
        {
            var part = output.TagName switch { "tr" => "row", "th" => "header", _ => "cell" };
            output.Attributes.SetAttribute("class", $"govuk-table__{part}{(IsNumeric ? $" govuk-table__{part}--numeric" : "")}");
        }
    }
}
