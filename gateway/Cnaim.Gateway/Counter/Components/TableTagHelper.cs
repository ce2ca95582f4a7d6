using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>A table with a caption, in a region that scrolls by itself and has the caption's name; rows are written as plain <c>tr</c>, <c>th</c> and <c>td</c>.</summary>
[HtmlTargetElement("cn-table")]
public sealed class TableTagHelper : WordedTagHelper
{
    /// <summary>Its id, for itself on the page.</summary>
    public string Name { get; set; } = "list";

    public string Caption { get; set; } = "";

    /// <summary>Of the caption: <c>s</c>, <c>m</c> or <c>l</c>.</summary>
    public string Size { get; set; } = "m";

    public IReadOnlyList<Column> Columns { get; set; } = [];

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var rows = await output.GetChildContentAsync();
        Begin(output, "div", "cn-table-region");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("aria-labelledby", Name + "-caption");
        output.Content.SetHtmlContent($"""<table class="govuk-table"><caption class="govuk-table__caption govuk-table__caption--{Size}" id="{Name}-caption">{Text(Caption)}</caption>""");
        output.Content.AppendHtml($"""<thead class="govuk-table__head"><tr class="govuk-table__row">{string.Concat(Columns.Select(Head))}</tr></thead><tbody class="govuk-table__body">""");
        output.Content.AppendHtml(rows);
        output.Content.AppendHtml("</tbody></table>");
    }

    private static string Arrow(Column column) => column.IsSortedDown is { } down ? $" <span aria-hidden=\"true\">{(down ? "▼" : "▲")}</span>" : "";

    private static string Head(Column column)
    {
        var text = column.IsHidden ? $"""<span class="govuk-visually-hidden">{Text(column.Text)}</span>""" : column.SortAddress is { } address ? $"""<a class="govuk-link" href="{Text(address)}">{Text(column.Text)}</a>{Arrow(column)}""" : Text(column.Text);
        var sort = column switch { { SortAddress: null } => null, { IsSortedDown: true } => "descending", { IsSortedDown: false } => "ascending", _ => "none" };
        return $"""<th scope="col"{Attribute("aria-sort", sort)} class="govuk-table__header{(column.IsNumeric ? " govuk-table__header--numeric" : "")}">{text}</th>""";
    }
}
