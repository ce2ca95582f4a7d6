using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>How something stands: an adjective and a colour that means the same on every page.</summary>
[HtmlTargetElement("cn-status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusTagHelper : WordedTagHelper
{
    public string Status { get; set; } = "";

    /// <summary>Whose state it is: the kind of the texts.</summary>
    public string Kind { get; set; } = "Status";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Begin(output, "strong", ("govuk-tag " + Colour(Kind, Status)).TrimEnd());
        output.Content.SetContent(Words.Code(Kind, Status));
    }

    /// <summary>
    /// Blue waits for the other side, teal is agreed, purple happens, yellow lacks something, green ended well or is free, orange ended without, grey is over, red is
    /// overdue or urgent (counter-ui.md section 4).
    /// </summary>
    internal static string Colour(string kind, string status) => (kind, status) switch
    {
        ("TicketState", "called" or "serving") or (_, "in-progress" or "in-call") or ("CaseState", "open") or ("Children", "present") => "govuk-tag--purple",
        (_, "accepted" or "confirmed" or "fetched") or ("ConsentStatus", "active") => "govuk-tag--teal",
        (_, "on-hold" or "parked" or "paused" or "proposed" or "waiting-list" or "waiting-person" or "busy" or "unsure" or "frozen" or "throttled") or ("Eligibility", "unknown") => "govuk-tag--yellow",
        (_, "completed" or "done" or "attended" or "eligible" or "available" or "calm" or "yes" or "purged" or "justified" or "delivered" or "approved" or "applied") or ("EndpointState", "active") or ("DeskState", "open") => "govuk-tag--green",
        (_, "rejected" or "failed" or "no-show" or "not-eligible" or "full" or "refused" or "gone" or "timed-out" or "unreachable" or "address-refused" or "not-echoed") => "govuk-tag--orange",
        (_, "draft" or "cancelled" or "moved" or "entered-in-error" or "closed" or "inactive" or "disabled") => "govuk-tag--grey",
        (_, "urgent" or "emergency" or "immediate" or "over" or "overdue" or "escalated" or "reminded" or "not-justified" or "late" or "error") => "govuk-tag--red",
        (_, "protected") => "govuk-tag--magenta",
        _ => "",
    };
}
