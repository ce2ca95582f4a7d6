using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>The filters of a list, each a link to the list without it; nothing where none is set.</summary>
[HtmlTargetElement("cn-chips", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChipsTagHelper : WordedTagHelper
{
    public IEnumerable<(string Text, string Without)> Chips { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var items = Chips.Where(chip => chip.Text.Length > 0)
            .Select(chip => $"""<li><a class="govuk-link" href="{Text(chip.Without)}"><span class="govuk-visually-hidden">{Text(Words["Worklist_Remove"])} </span>{Text(chip.Text)} ✕</a></li>""").ToList();
        if (items.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        Begin(output, "ul", "cn-chips");
        output.Content.SetHtmlContent(string.Concat(items));
    }
}
