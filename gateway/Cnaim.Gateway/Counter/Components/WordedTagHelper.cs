using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>Public, since the compiler of pages finds no others. A component that says something in the language of who looks.</summary>
public abstract class WordedTagHelper : TagHelper
{
    // As pages write it: letters of every script as they are, which is shorter.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    private protected Words Words => View.HttpContext.RequestServices.GetRequiredService<Words>();

    protected static string Text(string? text) => Encoder.Encode(text ?? "");

    protected static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{Text(value)}\"";

    protected static void Begin(TagHelperOutput output, string tag, string classes)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", classes);
    }
}
