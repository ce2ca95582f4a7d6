using System.Reflection;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cnaim.Gateway.Tests.Counter;

/// <summary>The page of all components: whoever adds one shows it there.</summary>
public sealed class When_components_are_shown(GatewayUnderTest gateway)
{
    private static readonly string[] Roles = ["reception", "mediator", "office-agent", "focal-point", "coordinator", "municipal-officer", "national-manager", "data-protection-officer", "auditor", "administrator"];

    [Fact]
    public async Task Should_be_open_to_every_role_and_to_nobody_else()
    {
        foreach (var role in Roles)
        {
            (await new PageClient(gateway, role).GetAsync("/ui-kit")).Status.ShouldBe(200, role);
        }

        using var stranger = await gateway.SendAsync(HttpMethod.Get, "/ui-kit", signedIn: false, headers: ("Accept", "text/html"));
        stranger.Headers.Location?.OriginalString.ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task Should_name_every_tag_that_can_be_written()
    {
        var page = await new PageClient(gateway, "mediator").GetAsync("/ui-kit");
        var tags = typeof(FieldTagHelper).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<HtmlTargetElementAttribute>()).Select(target => target.Tag).Where(tag => tag.StartsWith("cn-", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        tags.Count.ShouldBeGreaterThan(12);
        tags.Where(tag => !page.Text.Contains($"<{tag}>", StringComparison.Ordinal)).ShouldBeEmpty();
        new[] { "_Both", "_Exit", "_Identity" }.Where(partial => !page.Text.Contains($"<partial name=\"{partial}\">", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_show_errors_in_the_summary_and_beside_each_field()
    {
        var desk = new PageClient(gateway, "mediator");
        var sent = await desk.PostAsync(await desk.GetAsync("/ui-kit"), "/ui-kit");

        sent.Status.ShouldBe(422);
        sent.Text.ShouldContain("<title>Erro:");
        foreach (var field in new[] { "Empty", "Chosen", "Several", "Listed", "Dated", "Day" })
        {
            sent.Text.ShouldContain($"<a href=\"#{field}\">");
            sent.Text.ShouldContain($"<p id=\"{field}-error\" class=\"govuk-error-message\">");
        }

        sent.Text.ShouldNotContain("govuk-notification-banner");
        (await desk.GetAsync("/ui-kit/errors")).Text.ShouldContain("Existe um problema");
        (await desk.PostAsync(sent, "/ui-kit", ("Empty", "x"))).Location.ShouldBe("/ui-kit");
    }

    /// <summary>counter-ui.md section 4: one meaning of a colour on all screens.</summary>
    [Theory]
    [InlineData("Status", "requested", "")]
    [InlineData("Status", "accepted", "teal")]
    [InlineData("Status", "in-progress", "purple")]
    [InlineData("Status", "on-hold", "yellow")]
    [InlineData("Status", "completed", "green")]
    [InlineData("Status", "rejected", "orange")]
    [InlineData("Status", "failed", "orange")]
    [InlineData("Status", "cancelled", "grey")]
    [InlineData("TicketState", "waiting", "")]
    [InlineData("TicketState", "transferred", "")]
    [InlineData("TicketState", "called", "purple")]
    [InlineData("TicketState", "serving", "purple")]
    [InlineData("TicketState", "parked", "yellow")]
    [InlineData("TicketState", "no-show", "orange")]
    [InlineData("TicketState", "done", "green")]
    [InlineData("Capacity", "available", "green")]
    [InlineData("Capacity", "waiting-list", "yellow")]
    [InlineData("Capacity", "full", "orange")]
    [InlineData("Capacity", "assessment", "")]
    [InlineData("Eligibility", "eligible", "green")]
    [InlineData("Eligibility", "not-eligible", "orange")]
    [InlineData("Eligibility", "unknown", "yellow")]
    [InlineData("CaseState", "open", "purple")]
    [InlineData("DeskState", "open", "green")]
    [InlineData("Flag", "escalated", "red")]
    [InlineData("Flag", "protected", "magenta")]
    public void Should_have_the_colour_that_means_the_same_everywhere(string kind, string status, string colour) =>
        StatusTagHelper.Colour(kind, status).ShouldBe(colour.Length == 0 ? "" : "govuk-tag--" + colour);
}
