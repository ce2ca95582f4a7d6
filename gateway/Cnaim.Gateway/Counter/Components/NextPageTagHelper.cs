using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>The way to the next page of a list, and where it is known to the one before; nothing where there is none.</summary>
[HtmlTargetElement("cn-next", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NextPageTagHelper : WordedTagHelper
{
    public string? Href { get; set; }

    public string? Previous { get; set; }

    private string Link(string? address, string kind, string text) => string.IsNullOrEmpty(address) ? ""
        : $"""<div class="govuk-pagination__{kind}"><a class="govuk-link govuk-pagination__link" href="{Text(address)}" rel="{kind}"><span class="govuk-pagination__link-title">{Text(Words[text])}</span></a></div>""";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (string.IsNullOrEmpty(Href) && string.IsNullOrEmpty(Previous)) // an attribute without a value is an empty text
        {
            output.SuppressOutput();
            return;
        }

        Begin(output, "nav", "govuk-pagination govuk-pagination--block");
        output.Attributes.SetAttribute("aria-label", Words["Pagination"]);
        output.Content.SetHtmlContent(Link(Previous, "prev", "Pagination_Previous") + Link(Href, "next", "Pagination_Next"));
    }
}
