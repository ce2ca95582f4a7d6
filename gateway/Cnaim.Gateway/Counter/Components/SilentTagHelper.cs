using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>In place of what a silent service would have shown; the rest of the page works.</summary>
[HtmlTargetElement("cn-silent", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SilentTagHelper : WordedTagHelper
{
    /// <summary>The address to try again at.</summary>
    public string Again { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Begin(output, "p", "govuk-body");
        output.Content.SetHtmlContent($"""{Text(Words["Panel_Silent"])} <a class="govuk-link" href="{Text(Again)}">{Text(Words["TryAgain"])}</a>""");
    }
}
