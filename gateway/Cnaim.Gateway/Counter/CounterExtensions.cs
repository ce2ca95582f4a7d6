using System.Text.Encodings.Web;
using System.Text.Unicode;
using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Kept;
using Cnaim.Gateway.Counter.Notices;
using Cnaim.Gateway.Counter.Sessions;
using Cnaim.Gateway.Counter.Texts;
using Cnaim.Gateway.Routing;
using Cnaim.Gateway.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Cnaim.Gateway.Counter;

internal static class CounterExtensions
{
    /// <summary>The policy of pages: somebody is signed in. What they may do, services decide.</summary>
    public const string Staff = "staff";

    /// <summary>A panel whose service is silent for longer is left out; the page is not.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static IServiceCollection AddCounter(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddKeptForms();
        services.AddOptions<IdleOptions>().BindConfiguration("Session").ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(ServiceCalls.HttpClientName, client => client.Timeout = Patience);
        services.AddHttpClient(LiveEvents.HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan); // as long as somebody looks
        services.TryAddScoped<ServiceCalls>();
        services.TryAddScoped<WorkInHand>();
        services.TryAddScoped<Words>();
        services.TryAddSingleton<CodeNames>();
        services.TryAddSingleton<PersonTexts>();
        services.TryAddSingleton<OfficeCodes>();
        services.TryAddSingleton<RequestBook>();
        services.TryAddSingleton<CurrentNotices>();
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(Languages);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, StaffHandler>(StaffHandler.SchemeName, null);
        services.AddAuthorizationBuilder().AddPolicy(Staff, policy => policy.AddAuthenticationSchemes(StaffHandler.SchemeName).RequireAuthenticatedUser().RequireAssertion(HasPage));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, UnknownAddress>();
        // Letters of every script go out as they are; only what HTML reads as its own is escaped.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages(Pages).AddMvcOptions(mvc => mvc.Filters.Add<OwnFormsFilter>());
        return services;
    }

    /// <summary>Pages answer with pages, also when something is missing; programs get problems as before.</summary>
    public static void UseCounter(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseWhen(IsPage, pages => pages.UseStatusCodePages(ErrorPage.WriteAsync));
    }

    public static void MapCounter(this WebApplication app)
    {
        app.MapPost("/language", ChangeLanguage).WithName("Counter_Language").WithSummary("Changes the language of the pages").WithTags("Pages").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        app.MapGet("/exit", Exit).WithName("Counter_Exit").WithSummary("Leaves for a neutral site").WithTags("Pages").AllowAnonymous().ExcludeFromDescription();
        app.MapLiveEvents();
        app.MapRazorPages();
    }

    private static bool HasPage(AuthorizationHandlerContext context) => RolePages.Has(
        context.User.FindFirst("role")?.Value ?? "", (context.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath);

    internal static bool IsPage(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static void Pages(RazorPagesOptions options)
    {
        options.RootDirectory = "/Counter/Pages";
        options.Conventions.AuthorizeFolder("/", Staff);
        options.Conventions.AllowAnonymousToFolder("/Account");
        options.Conventions.AllowAnonymousToFolder("/Directory");
        options.Conventions.AllowAnonymousToFolder("/Info");
        options.Conventions.AllowAnonymousToFolder("/Phrases");
        options.Conventions.AllowAnonymousToPage("/Index");
        options.Conventions.AllowAnonymousToPage("/Kept/Save");
        options.Conventions.AllowAnonymousToPage("/Desks/Board");
        options.Conventions.AllowAnonymousToPage("/Desks/Status");
        options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute()); // OwnFormsFilter needs no keys that all gateways share
        options.Conventions.ConfigureFilter(new ResponseCacheAttribute { NoStore = true, Location = ResponseCacheLocation.None });
    }

    private static void Languages(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(Words.Languages[0].Name);
        (options.SupportedCultures, options.SupportedUICultures) = (Words.Languages, Words.Languages);
        options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = "cnaim-language" }];
    }

    // Whoever is watched leaves nothing behind here: no session, and no page to go back to.
    private static RedirectHttpResult Exit(HttpContext context, IOptions<GatewayOptions> gateway)
    {
        SessionCookie.End(context.Response);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return TypedResults.Redirect(gateway.Value.NeutralSite.ToString());
    }

    private static RedirectHttpResult ChangeLanguage(HttpContext context, [FromForm] string language, [FromForm] string? returnTo)
    {
        var chosen = Array.Find(Words.Languages, one => string.Equals(one.Name, language, StringComparison.Ordinal)) ?? Words.Languages[0];
        context.Response.Cookies.Append("cnaim-language", CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)), new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
        return TypedResults.LocalRedirect(ReturnAddress.Of(returnTo));
    }
}
