using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>The way to the next page of a list; nothing where there is none.</summary>
[HtmlTargetElement("cn-next", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NextPageTagHelper : WordedTagHelper
{
    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Href is null)
        {
            output.SuppressOutput();
            return;
        }

        Begin(output, "nav", "govuk-pagination govuk-pagination--block");
        output.Attributes.SetAttribute("aria-label", Words["Pagination"]);
        output.Content.SetHtmlContent($"""<div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" href="{Text(Href)}" rel="next"><span class="govuk-pagination__link-title">{Text(Words["Pagination_Next"])}</span></a></div>""");
    }
}
