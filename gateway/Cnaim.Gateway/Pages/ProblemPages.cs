using System.Text.Encodings.Web;

namespace Cnaim.Gateway.Pages;

/// <summary>The pages behind the <c>type</c> of a problem: what it says and how to fix it.</summary>
internal static class ProblemPages
{
    public static string List(IReadOnlyList<ProblemBookEntry> entries) => Layout.Page("en", "Problem codes", $"""
        <p>The <code>type</code> of an answer that refuses is <code>urn:cnaim:problem:</code> and one of these codes.</p>
        <table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">What it says</th></tr></thead><tbody>
        {string.Join('\n', entries.DistinctBy(entry => entry.Problem.Code, StringComparer.Ordinal).OrderBy(entry => entry.Problem.Code, StringComparer.Ordinal).Select(Row))}
        </tbody></table>
        """);

    public static string One(IReadOnlyList<ProblemBookEntry> entries)
    {
        var problem = entries[0].Problem;
        return Layout.Page("en", problem.Code, $"""
            <dl>
            <dt>Type</dt><dd><code>{Text(problem.Type)}</code></dd>
            <dt>Status</dt><dd>{problem.Status}</dd>
            <dt>What it says</dt><dd>{Text(problem.Detail)}</dd>
            <dt>How to fix it</dt><dd>{Text(problem.Fix)}</dd>
            <dt>Services</dt><dd>{Text(string.Join(", ", entries.Select(entry => entry.Service)))}</dd>
            </dl>
            <p><a href="/docs/problems">All problem codes</a></p>
            """);
    }

    public static string Unknown() => Layout.Page("en", "No such problem code", """<p><a href="/docs/problems">All problem codes</a></p>""");

    private static string Row(ProblemBookEntry entry) =>
        $"""<tr><th scope="row"><a href="/docs/problems/{Text(entry.Problem.Code)}">{Text(entry.Problem.Code)}</a></th><td>{entry.Problem.Status}</td><td>{Text(entry.Problem.Detail)}</td></tr>""";

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
