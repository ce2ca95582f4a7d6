using Cnaim.Gateway.Counter.Pages.Phrases;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>P02: the keyboard begins at the page's heading, past the menu, without a script; where something is wrong, at the list of what it is.</summary>
[HtmlTargetElement("h1")]
public sealed class HeadingTagHelper : TagHelper
{
    internal const string Focus = "tabindex=\"-1\" autofocus";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>False on the pages that begin at their main field.</summary>
    public bool IsFocused { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (IsFocused && IsBegun(View))
        {
            output.Attributes.SetAttribute("tabindex", "-1");
            output.Attributes.Add(new TagHelperAttribute("autofocus"));
        }
    }

    /// <summary>Whether a page of staff begins at its heading; phrase boards are the same for everybody.</summary>
    internal static bool IsBegun(ViewContext view) => CounterPage.Of(view) is { Errors.IsEmpty: true } and not PhrasePage && Actor.From(view.HttpContext.User) is not null;
}
