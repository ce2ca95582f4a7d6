using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Cnaim.Gateway.Pages.Portal;

/// <summary>A document of the repository as a part of a page: links lead to what the portal has, and what it does not have is text.</summary>
internal static class PortalText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    /// <param name="markdown">The text, or a part of it.</param>
    /// <param name="path">Where it lies in the repository.</param>
    public static string Render(string markdown, string path)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (PortalLinks.Find(link.Url ?? "", path) is { } address)
            {
                link.Url = address;
                continue;
            }

            while (link.FirstChild is { } child)
            {
                child.Remove();
                link.InsertBefore(child);
            }

            link.Remove();
        }

        // Code that is wider than the page can be scrolled by keyboard.
        foreach (var code in document.Descendants<CodeBlock>())
        {
            code.GetAttributes().AddProperty("tabindex", "0");
        }

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.FindExact<CodeBlockRenderer>()!.OutputAttributesOnPre = true;
        renderer.Render(document);
        return writer.ToString();
    }
}
