using System.Text.Encodings.Web;

namespace Cnaim.Gateway.Pages;

/// <summary>What every page has around its content.</summary>
internal static class Layout
{
    public static string Page(string language, string title, string body, string aside = "") => $"""
        <!DOCTYPE html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{HtmlEncoder.Default.Encode(title)} – CNAIM</title>
        <link rel="stylesheet" href="/assets/start.css">
        <link rel="icon" href="data:,">
        </head>
        <body>
        <header><div class="inner"><a class="brand" href="/">CNAIM</a>{aside}</div></header>
        <main><h1>{HtmlEncoder.Default.Encode(title)}</h1>
        {body}
        </main>
        </body>
        </html>
        """;
}
