using Cnaim.Testing;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>All pages that there are, who looks at them, and with which record of <see cref="LookedAt"/>.</summary>
internal static class EveryPage
{
    private const string Page = "@page \"";

    public const string Mediator = "demo-mediator";
    public const string Coordinator = "demo-coordinator";

    /// <summary>Nobody is signed in.</summary>
    public const string Anybody = "";

    public static readonly (string Who, string Path)[] All =
    [
        (Anybody, "/account/sign-in"), (Anybody, "/help"), (Anybody, "/privacy"), (Anybody, "/accessibility"), (Anybody, "/phrases"), (Anybody, "/phrases/{lang}"),
        (Anybody, "/directory"), (Anybody, "/directory/services/{service}"), (Anybody, "/board/{board}"), (Anybody, "/t/{token}"),
        (Mediator, "/"), (Mediator, "/people/search"), (Mediator, "/people/new"), (Mediator, "/people/{person}"), (Mediator, "/people/{person}/edit"), (Mediator, "/people/{person}/protect"),
        (Mediator, "/people/{person}/my-process"), (Mediator, "/people/{person}/matches"), (Mediator, "/people/{person}/consents"), (Mediator, "/people/{person}/consents/new"),
        (Mediator, "/people/{person}/consents/{consent}"), (Mediator, "/people/{person}/consents/{consent}/withdraw"), (Mediator, "/people/{person}/consents/{consent}/copy"), (Mediator, "/people/{person}/referrals/new"),
        (Mediator, "/screenings/{interview}"), (Mediator, "/screenings/{interview}/all"), (Mediator, "/screenings/{interview}/check"), (Mediator, "/screenings/{interview}/result"),
        (Mediator, "/screenings/{interview}/nationality"), (Mediator, "/referrals"), (Mediator, "/referrals/{referral}"), (Mediator, "/referrals/{referral}/cancel"),
        (Mediator, "/referrals/{referral}/appointment"), (Mediator, "/appointments"), (Mediator, "/appointments/new?person={person}"), (Mediator, "/appointments/{appointment}"),
        (Mediator, "/appointments/{appointment}/move"), (Mediator, "/appointments/{appointment}/cancel"), (Mediator, "/appointments/{appointment}/slip"), (Mediator, "/cases"),
        ("demo-health", "/cases/{case}"), ("demo-health", "/cases/{case}/close"), (Mediator, "/mediators"), (Mediator, "/mediators/me"), (Mediator, "/mediators/{mediator}/book?language=kea"),
        (Mediator, "/interpreting/new"), (Mediator, "/interpreting/{call}"), (Mediator, "/counter?change=true"), (Mediator, "/counter/{desk}"), (Mediator, "/counter/{desk}/transfer"),
        (Mediator, "/counter/{desk}/call/{waiting}"), (Mediator, "/emergency-access/new"), (Mediator, "/ui-kit"), (Mediator, "/ui-kit/errors"),
        (Coordinator, "/reception"), (Coordinator, "/tickets/{ticket}/slip"), (Coordinator, "/childrens-room"), (Coordinator, "/floor"), (Coordinator, "/floor/desks/{desk}"),
        (Coordinator, "/floor/queues/{queue}"), (Coordinator, "/floor/queues/{queue}/desk"), (Coordinator, "/statistics/waits"), (Coordinator, "/statistics/language"),
        (Coordinator, "/people/merges"), (Coordinator, "/emergency-access"), (Coordinator, "/audit"), (Coordinator, "/people/{person}/access-log"), (Coordinator, "/admin"),
        (Coordinator, "/admin/offices"), (Coordinator, "/admin/focal-points"), (Coordinator, "/admin/focal-points/new"), (Coordinator, "/admin/calendars"), (Coordinator, "/admin/calendars/new"),
        (Coordinator, "/admin/calendars/{calendar}"), (Coordinator, "/admin/calendars/{calendar}/end"), (Coordinator, "/admin/users"), (Coordinator, "/admin/users/new"), (Coordinator, "/admin/users/end"),
        ("demo-administrator", "/operations"), ("demo-administrator", "/operations/notices/new"), ("demo-administrator", "/admin/rules"), ("demo-administrator", "/admin/queues"), ("demo-administrator", "/audit/verification"),
        ("demo-auditor", "/audit/reads"),
    ];

    /// <summary>Pages with a state that no address brings: somebody works there in another test, which looks at them itself.</summary>
    public static readonly IReadOnlyDictionary<string, string> Elsewhere = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/account/code"] = nameof(When_somebody_signs_in),
        ["/pause"] = nameof(When_a_desk_is_left),
        ["/kept/{}"] = nameof(When_a_desk_is_left),
        ["/people/{}/notices"] = nameof(When_a_record_is_looked_after),
        ["/people/{}/matches/{}/separate"] = nameof(When_two_records_are_compared),
        ["/emergency-access/{}"] = nameof(When_the_platform_is_overseen),
        ["/emergency-access/{}/confirm"] = nameof(When_the_platform_is_overseen),
        ["/admin/focal-points/{}"] = nameof(When_the_network_is_administered),
        ["/admin/users/{}"] = nameof(When_the_network_is_administered),
        ["/admin/rules/{}"] = nameof(When_the_network_is_administered),
        ["/mediators/bookings/{}"] = nameof(When_an_interpreter_is_needed),
        ["/partners"] = nameof(When_a_partner_looks_after_itself),
        ["/partners/agreement"] = nameof(When_a_partner_looks_after_itself),
        ["/partners/agreement/change"] = nameof(When_a_partner_looks_after_itself),
        ["/partners/credentials"] = nameof(When_a_partner_looks_after_itself),
        ["/partners/credentials/remove"] = nameof(When_a_partner_looks_after_itself),
        ["/partners/credentials/secret"] = nameof(When_a_partner_looks_after_itself),
        ["/partners/endpoints"] = nameof(When_a_partner_connects_a_system),
        ["/partners/endpoints/new"] = nameof(When_a_partner_connects_a_system),
        ["/partners/endpoints/{}"] = nameof(When_a_partner_connects_a_system),
        ["/partners/endpoints/{}/change"] = nameof(When_a_partner_connects_a_system),
        ["/partners/endpoints/{}/log"] = nameof(When_a_partner_connects_a_system),
        ["/partners/endpoints/{}/log/{}"] = nameof(When_a_partner_connects_a_system),
        ["/partners/endpoints/{}/remove"] = nameof(When_a_partner_connects_a_system),
        ["/partners/endpoints/{}/replay"] = nameof(When_a_partner_connects_a_system),
        ["/partners/endpoints/{}/secret"] = nameof(When_a_partner_connects_a_system),
        ["/partners/failing"] = nameof(When_a_partner_connects_a_system),
        ["/partners/inbox"] = nameof(When_a_partner_looks_after_itself),
        ["/partners/usage"] = nameof(When_a_partner_connects_a_system),
        ["/admin/agreements"] = nameof(When_a_partner_looks_after_itself),
        ["/admin/agreements/new"] = nameof(When_a_partner_looks_after_itself),
        ["/admin/agreements/changes/{}"] = nameof(When_a_partner_looks_after_itself),
        ["/admin/clients"] = nameof(When_a_partner_looks_after_itself),
        ["/admin/clients/{}"] = nameof(When_a_partner_looks_after_itself),
        ["/operations/notices/{}"] = nameof(When_a_notice_is_published),
        ["/operations/{}/stuck/{}"] = nameof(When_the_platform_is_overseen),
        ["/operations/{}/unsent"] = nameof(When_the_platform_is_overseen),
    };

    /// <summary>Addresses that a form or a script sends to and nobody reads, and the one page that needs an account without a second factor.</summary>
    public static readonly string[] NeverRead = ["/account/sign-out", "/stay", "/kept", "/account/enrol"];

    /// <summary>The routes of all pages in the source.</summary>
    public static IEnumerable<string> Routes() => Directory.EnumerateFiles(Repository.At("gateway", "Cnaim.Gateway", "Counter", "Pages"), "*.cshtml", SearchOption.AllDirectories)
        .Select(file => File.ReadLines(file).FirstOrDefault("")).Where(line => line.StartsWith(Page, StringComparison.Ordinal)).Select(line => Plain(line[Page.Length..line.LastIndexOf('"')]));

    /// <summary>A route or an address of it without the names of what differs, and without a query.</summary>
    public static string Plain(string path)
    {
        // In a route a question mark marks what may be left out; in an address something follows it.
        var query = path.IndexOf('?', StringComparison.Ordinal);
        var route = query >= 0 && query + 1 < path.Length && path[query + 1] is not '}' ? path[..query] : path;
        return string.Join('/', route.Split('/').Select(part => part.StartsWith('{') ? "{}" : part));
    }
}
