using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Gateway.Pages.Portal;

/// <summary>What a partner's developer needs, on one portal that asks no other machine for anything.</summary>
internal static class PortalPages
{
    private static readonly Dictionary<string, (string Title, Func<string> Text)> Texts = new(StringComparer.Ordinal)
    {
        ["quickstart"] = ("Five minutes", () => PortalText.Render(PortalDocuments.Chapter("README.md", "Five minutes with curl") + "\n" + PortalDocuments.Chapter("README.md", "Your own system, told and answering"), "README.md")),
        ["webhooks"] = ("Webhooks", () => Document("webhooks.md", "contracts/webhooks.md")),
        ["examples"] = ("Receivers to begin with", () => Document("examples.md", "deploy/examples/README.md")),
        ["events"] = ("Event catalogue", () => Document("contracts.md", "contracts/README.md")),
        ["changelog"] = ("Changes of the interfaces", () => Document("CHANGELOG.md", "contracts/CHANGELOG.md")),
        ["deprecation"] = ("How long an interface lives", () => Document("deprecation.md", "contracts/deprecation.md")),
    };

    public static void MapPortal(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/docs", () => Html(Layout.Page("en", "Connect your system", Contents))).WithName("Pages_Portal").WithSummary("Everything that a partner's developer needs");
        foreach (var (name, (title, text)) in Texts)
        {
            var page = new Lazy<string>(() => Layout.Page("en", title, text() + Back));
            pages.MapGet("/docs/" + name, () => Html(page.Value)).WithName("Pages_Portal_" + name).WithSummary(title);
        }

        pages.MapGet("/docs/{kind:regex(^(asyncapi|protos|examples)$)}/{**name}", File).WithName("Pages_PortalFile").WithSummary("A published document as a file");
    }

    private static string Document(string name, string path) => PortalText.Render(PortalDocuments.Text(name), path);

    private static Results<FileStreamHttpResult, NotFound> File(string kind, string name) => PortalDocuments.Files.Contains($"{kind}/{name}")
        ? TypedResults.File(PortalDocuments.Open($"{kind}/{name}"), name.EndsWith(".json", StringComparison.Ordinal) ? "application/schema+json" : "text/plain; charset=utf-8")
        : TypedResults.NotFound();

    private static ContentHttpResult Html(string page) => TypedResults.Content(page, "text/html; charset=utf-8");

    private const string Back = """<p><a href="/docs">Connect your system</a></p>""";

    private const string Contents = """
        <p>Send referrals, answer them, and follow what happens, from your own system. In the sandbox everything here works without asking anybody.</p>
        <h2>Begin</h2>
        <ul class="links">
        <li><a href="/docs/quickstart">Five minutes</a>: a token, a referral, its answer and a signed event, with curl</li>
        <li><a href="/docs/webhooks">Webhooks</a>: what arrives, how to check it, what your answer does</li>
        <li><a href="/docs/examples">Receivers to begin with</a>, in C#, TypeScript and shell</li>
        <li><a href="/.well-known/oauth-authorization-server">Where tokens come from</a>, and <a href="/.well-known/jwks.json">the keys that sign them</a></li>
        </ul>
        <h2>Look up</h2>
        <ul class="links">
        <li><a href="/docs/api/index.html">The API of every service</a> (OpenAPI 3.1), to read and to try</li>
        <li><a href="/docs/events">Event catalogue</a>, and the same as <a href="/docs/asyncapi/cnaim.yaml">AsyncAPI 3</a></li>
        <li><a href="/docs/protos/cnaim/screening/v1/screening.proto">Screening by gRPC</a> (protobuf)</li>
        <li><a href="/docs/problems">Problem codes</a>, and how to fix each</li>
        </ul>
        <h2>Rely on</h2>
        <ul class="links">
        <li><a href="/docs/changelog">Changes of the interfaces</a></li>
        <li><a href="/docs/deprecation">How long an interface lives</a></li>
        </ul>
        """;
}
