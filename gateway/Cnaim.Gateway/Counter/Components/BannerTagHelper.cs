using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>What was done (green, read out at once) or what is new (blue): one on a page, never beside an error summary, gone on the next page.</summary>
[HtmlTargetElement("cn-banner")]
public sealed class BannerTagHelper : WordedTagHelper
{
    /// <summary>Its id, for itself on the page.</summary>
    public string Name { get; set; } = "done";

    /// <summary>Whether it tells of new work and not of what was done.</summary>
    public bool IsNews { get; set; }

    /// <summary>Its heading, where that is another than for all of its kind.</summary>
    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var text = await output.GetChildContentAsync();
        Begin(output, "div", IsNews ? "govuk-notification-banner" : "govuk-notification-banner govuk-notification-banner--success");
        output.Attributes.SetAttribute("role", IsNews ? "region" : "alert");
        output.Attributes.SetAttribute("aria-labelledby", Name + "-title");
        output.Attributes.SetAttribute("data-module", "govuk-notification-banner");
        output.Content.SetHtmlContent($"""<div class="govuk-notification-banner__header"><h2 class="govuk-notification-banner__title" id="{Name}-title">{Text(Title ?? Words[IsNews ? "NewsTitle" : "DoneTitle"])}</h2></div>""");
        output.Content.AppendHtml("""<div class="govuk-notification-banner__content"><p class="govuk-notification-banner__heading">""").AppendHtml(text).AppendHtml("</p></div>");
    }
}
