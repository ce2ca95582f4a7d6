using System.Text.Encodings.Web;
using Cnaim.Gateway.Pages;
using Microsoft.AspNetCore.Diagnostics;

namespace Cnaim.Gateway.Counter;

/// <summary>S35: what is missing, not allowed, too much or not possible now, in words; without a name of a machine, and without any service.</summary>
internal static class ErrorPage
{
    public static Task WriteAsync(StatusCodeContext context)
    {
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        var (words, files) = (services.GetRequiredService<Words>(), services.GetRequiredService<Assets>());
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(Render(words, files, TextOf(words, http.Response)), http.RequestAborted);
    }

    private static string TextOf(Words words, HttpResponse response) => response.StatusCode switch
    {
        StatusCodes.Status400BadRequest => words["Problem_form"],
        StatusCodes.Status404NotFound => words["Msg_M11"],
        StatusCodes.Status429TooManyRequests => words.Format("Msg_M15", 60),
        _ => words["Problem_silent"],
    };

    private static string Render(Words words, Assets files, string text) => $"""
        <!DOCTYPE html>
        <html lang="{Words.Language}" class="govuk-template">
        <head>
        <meta charset="utf-8">
        <title>{Encode(words["Error_Title"])} – CNAIM</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <link rel="stylesheet" href="{files.Address("govuk-frontend.css")}">
        <link rel="stylesheet" href="{files.Address("cnaim.css")}">
        <link rel="icon" href="{files.Address("mark.svg")}" type="image/svg+xml">
        </head>
        <body class="govuk-template__body">
        <header class="govuk-template__header"><div class="govuk-generic-header"><div class="govuk-generic-header__container govuk-width-container">
        <div class="govuk-generic-header__logo"><a href="/" class="govuk-generic-header__homepage-link"><img src="{files.Address("mark.svg")}" alt="" width="32" height="32" class="cn-mark">CNAIM</a></div>
        </div></div></header>
        <div class="govuk-width-container"><main class="govuk-main-wrapper" id="main-content">
        <h1 class="govuk-heading-l">{Encode(words["Error_Title"])}</h1>
        <p class="govuk-body">{Encode(text)}</p>
        <p class="govuk-body"><a class="govuk-link" href="/">{Encode(words["Home_Title"])}</a></p>
        </main></div>
        </body>
        </html>
        """;

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
