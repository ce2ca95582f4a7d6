using System.Globalization;
using Cnaim.Security.Calls;

namespace Cnaim.Security.Attacks;

/// <summary>The pages of the counter: without a session, with somebody else's form, and with records of somebody else.</summary>
internal static class CounterPages
{
    // Accounts that act where the attacked records are, and where they are not.
    private const string Own = "demo-office-agent";
    private const string Stranger = "demo-borders";
    private const string Strict = "the same strict policy on each";
    private static readonly string[] OfRoles = ["/floor", "/statistics/waits", "/statistics/language", "/operations", "/audit", "/admin", "/admin/rules", "/admin/rules/1", "/admin/offices", "/admin/focal-points", "/admin/focal-points/new", "/admin/calendars", "/admin/calendars/new", "/admin/users", "/admin/users/new", "/admin/users/end"];

    private static readonly string[] OfStaff =
    [
        "/people/search", "/people/new", "/referrals", "/reception", "/counter/1", "/counter/1/transfer", "/childrens-room", "/mediators", "/mediators/me", "/interpreting/new", "/appointments", "/cases", "/ui-kit", "/audit/verification", .. OfRoles,
    ];

    private static readonly string[] OfAnybody = ["/", "/account/sign-in", "/help", "/privacy", "/phrases", "/phrases/kea", "/directory", "/no-such-page", "/board/no-such-key", "/t/no-such-token"];

    public static IEnumerable<Attack> All { get; } =
    [
        .. OfStaff.Select(page => new Attack("S1", $"page {page} without a session", "302 to the sign-in", (attacker, cancellationToken) => WithoutSessionAsync(attacker, page, cookie: null, cancellationToken))),
        .. OfRoles.Select(page => new Attack("S3", $"page {page} as an office agent", "404", async (attacker, cancellationToken) => Status(await (await attacker.StaffAsync(Own, cancellationToken)).GetAsync(page, cancellationToken)))),
        new("S3", "page /cases as an administrator", "404", async (attacker, cancellationToken) => Status(await (await attacker.StaffAsync("demo-administrator", cancellationToken)).GetAsync("/cases", cancellationToken))),
        new("S1", "a page with a session cookie of one's own making", "302 to the sign-in", (attacker, cancellationToken) => WithoutSessionAsync(attacker, "/people/search", new string('A', 43), cancellationToken)),
        new("S1", "a form that knows nothing of the session", "400", (attacker, cancellationToken) => FormAsync(attacker, isOwn: false, site: null, cancellationToken)),
        new("S1", "our own form, sent from another site", "400", (attacker, cancellationToken) => FormAsync(attacker, isOwn: true, site: "cross-site", cancellationToken)),
        new("S1", "a session cookie that scripts can read", "no", ReadCookieAsync),
        new("S2", "another office's referral at its page, and one that is missing", "404, the same page", (attacker, cancellationToken) => HiddenAsync(attacker, Stranger, async () => $"/referrals/{await attacker.ReferAsync(cancellationToken)}", $"/referrals/{Guid.CreateVersion7()}", cancellationToken)),
        new("S2", "another office's case at its page, and one that is missing", "404, the same page", (attacker, cancellationToken) => HiddenAsync(attacker, Stranger, async () => $"/cases/{await attacker.OpenCaseAsync(cancellationToken)}", $"/cases/{Guid.CreateVersion7()}", cancellationToken)),
        new("S2", "another office's person at their page, and one that is missing", "404, the same page", (attacker, cancellationToken) => HiddenAsync(attacker, Stranger, async () => $"/people/{await attacker.RegisterAsync("Urze", cancellationToken)}", "/people/AAAAAAAAAAAAAAAAAAAAAAAAAA", cancellationToken)),
        new("S2", "somebody else's search at its page, and one that never was", "404, the same page", (attacker, cancellationToken) => HiddenAsync(attacker, Stranger, () => SearchAsync(attacker, cancellationToken), $"/people/search/{Guid.NewGuid()}", cancellationToken)),
        new("S1", "a late form with an owner of one's own making", "302 to the sign-in, nothing kept", LateAsync),
        new("S11", "a return address at another site", "302 /", ReturnElsewhereAsync),
        new("S18", "a name that is a script, on the person's page", "shown as text", ScriptAsync),
        new("S18", "pages that would run or load what is not ours", Strict, PoliciesAsync),
    ];

    private static async Task<string> WithoutSessionAsync(Attacker attacker, string page, string? cookie, CancellationToken cancellationToken)
    {
        using var browser = new StaffBrowser(attacker.Target.Gateway);
        if (cookie is not null)
        {
            browser.Plant("cnaim", cookie);
        }

        var reply = await browser.GetAsync(page, cancellationToken);
        return reply.Location?.StartsWith("/account/sign-in", StringComparison.Ordinal) == true ? $"{Status(reply)} to the sign-in" : Status(reply);
    }

    private static async Task<string> FormAsync(Attacker attacker, bool isOwn, string? site, CancellationToken cancellationToken)
    {
        var browser = await attacker.StaffAsync(Own, cancellationToken);
        return Status(await browser.PostAsync("/people/new", [new("GivenNames", "Urze")], isOwn, site, cancellationToken));
    }

    private static async Task<string> ReadCookieAsync(Attacker attacker, CancellationToken cancellationToken) =>
        (await attacker.StaffAsync(Own, cancellationToken)).Cookies["cnaim"].HttpOnly ? "no" : "yes";

    private static async Task<string> HiddenAsync(Attacker attacker, string account, Func<Task<string>> hidden, string missing, CancellationToken cancellationToken)
    {
        var browser = await attacker.StaffAsync(account, cancellationToken);
        var (there, nowhere) = (await browser.GetAsync(await hidden(), cancellationToken), await browser.GetAsync(missing, cancellationToken));
        return there == nowhere ? $"{Status(there)}, the same page" : $"{there} and {nowhere}";
    }

    private static async Task<string> SearchAsync(Attacker attacker, CancellationToken cancellationToken)
    {
        var browser = await attacker.StaffAsync(Own, cancellationToken);
        return (await browser.PostAsync("/people/search", [new("Text", "Urze")], isOwn: true, site: null, cancellationToken)).Location!.Split('#')[0];
    }

    private static async Task<string> LateAsync(Attacker attacker, CancellationToken cancellationToken)
    {
        using var browser = new StaffBrowser(attacker.Target.Gateway);
        var reply = await browser.PostAsync("/people/new", [new("GivenNames", "Urze"), new("csrf", "a"), new("owner", new string('A', 80))], isOwn: false, site: "same-origin", cancellationToken);
        return reply.Location is "/account/sign-in" ? $"{Status(reply)} to the sign-in, nothing kept" : $"{Status(reply)} {reply.Location}";
    }

    private static async Task<string> ReturnElsewhereAsync(Attacker attacker, CancellationToken cancellationToken)
    {
        using var browser = new StaffBrowser(attacker.Target.Gateway);
        var reply = await browser.PostAsync("/language", [new("language", "en"), new("returnTo", "//example.invalid/")], isOwn: true, site: null, cancellationToken);
        return $"{Status(reply)} {reply.Location}";
    }

    private static async Task<string> ScriptAsync(Attacker attacker, CancellationToken cancellationToken)
    {
        const string Name = "<script>alert(1)</script>";
        var browser = await attacker.StaffAsync(Own, cancellationToken);
        var page = await browser.GetAsync($"/people/{await attacker.RegisterAsync(Name, cancellationToken)}", cancellationToken);
        var isText = page.Text.Contains("&lt;script&gt;alert(1)", StringComparison.Ordinal) && !page.Text.Contains(Name, StringComparison.Ordinal);
        return isText ? "shown as text" : $"{Status(page)} {page.Text}";
    }

    private static async Task<string> PoliciesAsync(Attacker attacker, CancellationToken cancellationToken)
    {
        var browser = await attacker.StaffAsync(Own, cancellationToken);
        var policies = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in OfStaff.Concat(OfAnybody))
        {
            policies.Add((await browser.GetAsync(page, cancellationToken)).ContentSecurityPolicy);
        }

        var isStrict = policies.Count == 1 && policies.First() is var only && only.Contains("default-src 'none'", StringComparison.Ordinal) && !only.Contains("unsafe", StringComparison.Ordinal) && !only.Contains("http", StringComparison.Ordinal);
        return isStrict ? Strict : string.Join(" | ", policies);
    }

    private static string Status(PageReply reply) => reply.Status.ToString(CultureInfo.InvariantCulture);
}
