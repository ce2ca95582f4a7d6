using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>The end of a page that changes something: a button with the verb, other buttons where there are some, and the way back that changes nothing.</summary>
[HtmlTargetElement("cn-decision")]
public sealed class DecisionTagHelper : WordedTagHelper
{
    public string Verb { get; set; } = "";

    /// <summary>Where nothing is changed.</summary>
    public string Back { get; set; } = "";

    /// <summary>Whether it ends something.</summary>
    public bool IsWarning { get; set; }

    /// <summary>What the button sends, where the form has several.</summary>
    public string? Name { get; set; }

    public string? Value { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var others = await output.GetChildContentAsync();
        Begin(output, "div", "cn-actions");
        output.Content.SetHtmlContent($"""<button type="submit" class="govuk-button{(IsWarning ? " govuk-button--warning" : "")}"{Attribute("name", Name)}{Attribute("value", Value)} data-module="govuk-button" data-prevent-double-click="true">{Text(Verb)}</button>""");
        output.Content.AppendHtml(others);
        output.Content.AppendHtml($"""<a class="govuk-link" href="{Text(Back)}">{Text(Words["Move_Back"])}</a>""");
    }
}
