using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>What happened, the newest first, with who and when.</summary>
[HtmlTargetElement("cn-timeline", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimelineTagHelper : WordedTagHelper
{
    /// <summary>In the order in which it happened.</summary>
    public IEnumerable<TimelineEntry> Entries { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Begin(output, "ol", "cn-timeline");
        output.Attributes.SetAttribute(new TagHelperAttribute("reversed"));
        output.Content.SetHtmlContent(string.Concat(Entries.Reverse().Select(Item)));
    }

    private static string Item(TimelineEntry entry) => $"""
        <li class="cn-timeline__item"><p class="govuk-body cn-timeline__title">{Text(entry.Title)}</p>
        <p class="govuk-body-s cn-timeline__by">{(entry.By is null ? "" : Text(entry.By) + " · ")}<time datetime="{entry.At:O}">{Text(Words.When(entry.At))}</time></p>{(entry.Note is null ? "" : $"<p class=\"govuk-body\">{Text(entry.Note)}</p>")}</li>
        """;
}
