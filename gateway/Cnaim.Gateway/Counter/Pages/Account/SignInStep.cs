namespace Cnaim.Gateway.Counter.Pages.Account;

/// <summary>What identity said of a sign-in's step.</summary>
internal sealed record SignInStep(string State, string? Ticket, IReadOnlyList<AssignmentOffer>? Assignments, IReadOnlyList<string>? RecoveryCodes)
{
    private const string Cookie = "cnaim-step";

    /// <summary>The ticket travels in a cookie of five minutes, never in an address.</summary>
    public static void Keep(HttpContext context, string ticket) => context.Response.Cookies.Append(Cookie, ticket, new CookieOptions
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = "/account",
        MaxAge = TimeSpan.FromMinutes(5),
        IsEssential = true,
    });

    public static string? TicketOf(HttpContext context) => context.Request.Cookies[Cookie];

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/account" });
}

/// <summary>One of the places that somebody may work at.</summary>
internal sealed record AssignmentOffer(Guid Id, string Role, string Office, string Centre);
