using System.Text.Encodings.Web;
using Cnaim.Gateway.Counter.Kept;
using Cnaim.Gateway.Counter.Sessions;
using Cnaim.Gateway.Tokens;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>Gives each form of ours what shows that it is ours, and the key that keeps it from being done twice.</summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class FormTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!string.Equals(output.Attributes["method"]?.Value.ToString(), "post", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        if (SessionCookie.Read(View.HttpContext.Request) is { } secret)
        {
            var csrf = SessionCookie.CsrfOf(secret);
            Hidden(OwnFormsFilter.Field, csrf);
            if (Actor.From(View.HttpContext.User) is { } staff)
            {
                Hidden(LateForms.OwnerField, View.HttpContext.RequestServices.GetRequiredService<LateForms>().SealOwner(staff.Subject, csrf));
            }
        }

        if (CounterPage.Of(View) is { } page)
        {
            Hidden(nameof(CounterPage.Key), page.FormKey);
        }

        void Hidden(string name, string value) =>
            output.PreContent.AppendHtml($"""<input type="hidden" name="{name}" value="{HtmlEncoder.Default.Encode(value)}">""");
    }
}
