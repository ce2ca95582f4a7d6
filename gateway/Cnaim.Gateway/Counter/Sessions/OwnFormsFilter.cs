using System.Security.Cryptography;
using System.Text;
using Cnaim.Gateway.Tokens;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Cnaim.Gateway.Counter.Sessions;

/// <summary>Takes forms of our own pages only: the browser says where a form came from, and with a session the form knows a value that no other site can read.</summary>
internal sealed class OwnFormsFilter : IAsyncPageFilter
{
    public const string Field = "csrf";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && !await IsOwnAsync(request))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
            return;
        }

        await next();
    }

    public static async Task<bool> IsOwnAsync(HttpRequest request) => IsFromHere(request) && await IsIntendedAsync(request);

    private static bool IsFromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    private static async Task<bool> IsIntendedAsync(HttpRequest request)
    {
        if (SessionCookie.Read(request) is not { } secret)
        {
            return true;
        }

        var given = request.HasFormContentType ? (await request.ReadFormAsync(request.HttpContext.RequestAborted))[Field].ToString() : "";
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(SessionCookie.CsrfOf(secret)));
    }
}
