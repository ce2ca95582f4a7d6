using System.Security.Claims;
using System.Text.Encodings.Web;
using Cnaim.Gateway.Counter.Kept;
using Cnaim.Gateway.Tokens;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Cnaim.Gateway.Counter.Sessions;

/// <summary>Who is signed in at a page: identity says it, at most a minute ago. Who is not is sent to the sign-in, and from there back.</summary>
internal sealed class StaffHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, InternalTokens tokens, LateForms late)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "staff";
    private static readonly JsonWebTokenHandler Reader = new();

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (PausedDesk.Of(Request) is not null || CallerProof.Of(Request) is not { IsSession: true } proof)
        {
            return AuthenticateResult.NoResult();
        }

        try
        {
            var token = Reader.ReadJsonWebToken(await tokens.GetAsync(proof, "identity", purpose: null, behind: null, Context.RequestAborted));
            var identity = new ClaimsIdentity(token.Claims, SchemeName);
            return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
        }
        catch (TokenRefusedException)
        {
            SessionCookie.End(Response);
            return AuthenticateResult.Fail("The session has ended.");
        }
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var query = await BackAsync() is { } back ? QueryString.Create("returnTo", back) : default;
        var isKnown = SessionCookie.Read(Request) is not null;
        Response.Redirect(PausedDesk.Of(Request) is not null ? "/pause" + query : "/account/sign-in" + (isKnown ? query.Add("ended", "true") : query));
    }

    // A page is opened again; a form waits until its owner is back.
    private async Task<string?> BackAsync() =>
        HttpMethods.IsPost(Request.Method) ? await late.KeepAsync(Request, address: null, Context.RequestAborted) is { } kept ? $"/kept/{kept}" : null
        : HttpMethods.IsGet(Request.Method) && Request.Path != "/" ? Request.Path + Request.QueryString
        : null;

    /// <summary>What a member of staff may not do is not there for them.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
