using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>What is known of something, as names and values; what is not known has no row. Values that are more than text are <c>cn-fact</c> within it.</summary>
[HtmlTargetElement("cn-summary")]
public sealed class SummaryTagHelper : WordedTagHelper
{
    public IReadOnlyList<(string Name, string? Value)> Rows { get; set; } = [];

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var more = await output.GetChildContentAsync();
        Begin(output, "dl", "govuk-summary-list");
        output.Content.SetHtmlContent(string.Concat(Rows.Where(row => !string.IsNullOrEmpty(row.Value))
            .Select(row => $"""<div class="govuk-summary-list__row">{FactTagHelper.Cells(Text(row.Name), Text(row.Value))}</div>""")));
        output.Content.AppendHtml(more);
    }
}
