using Cnaim.Identity.Sessions;
using Cnaim.Identity.Staff;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using AccountOptions = Microsoft.AspNetCore.Identity.IdentityOptions;

namespace Cnaim.Identity.SignIn;

internal static class SignInEndpoints
{
    /// <summary>The gateway makes the cookie of it; to no one else is it shown.</summary>
    private const string SessionHeader = "Cnaim-Session";

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddOptions<SignInOptions>().BindConfiguration("SignIn").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SessionLimits>().BindConfiguration("Session").ValidateDataAnnotations().ValidateOnStart();
        services.AddProblemCodes(typeof(SignInRefusals));
        services.TryAddSingleton<StaffStore>();
        services.TryAddSingleton<AssignmentStore>();
        services.TryAddSingleton<SessionStore>();
        services.TryAddSingleton<SignInTickets>();
        services.TryAddSingleton<SignInLimits>();
        services.TryAddScoped<SignInStaff>();
        services.AddIdentityCore<StaffAccount>(Configure)
            .AddPasswordValidator<PasswordRules>()
            .AddTokenProvider<AuthenticatorTokenProvider<StaffAccount>>(TokenOptions.DefaultAuthenticatorProvider);
        services.TryAddSingleton<IUserStore<StaffAccount>>(provider => provider.GetRequiredService<StaffStore>());
        return services;
    }

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/sign-in").WithTags("Sign-in").AllowAnonymous();
        group.MapPost("", First).WithName("SignIn_Begin").WithSummary("Account and password").ProducesProblem(StatusCodes.Status401Unauthorized);
        group.MapPost("/code", Second).WithName("SignIn_Code").WithSummary("A code of the authenticator, or a recovery code").ProducesProblem(StatusCodes.Status401Unauthorized);
        group.MapPost("/enrolment", Enrol).WithName("SignIn_Enrol").WithSummary("A new second factor, for who has none").ProducesProblem(StatusCodes.Status401Unauthorized);
        group.MapPost("/enrolment/confirm", Confirm).WithName("SignIn_Confirm").WithSummary("Its first code; answers the recovery codes once").ProducesProblem(StatusCodes.Status401Unauthorized);
        group.MapPost("/invitation", Accept).WithName("SignIn_Accept").WithSummary("Sets the first password").ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapPost("/resume", Resume).WithName("SignIn_Resume").WithSummary("Back at the desk: the password opens a paused session again").ProducesProblem(StatusCodes.Status401Unauthorized);
        var session = routes.MapGroup("/v1/session").WithTags("Sign-in").RequireRight(Right.SessionOwn);
        session.MapGet("", Who).WithName("Session_Get").WithSummary("Who is signed in");
        session.MapPost("/pause", Pause).WithName("Session_Pause").WithSummary("Away from the desk: nothing is answered until the password is given");
        session.MapDelete("", End).WithName("Session_End").WithSummary("Signs out");
    }

    private static void Configure(AccountOptions options)
    {
        options.Password.RequiredLength = 12;
        options.Password.RequiredUniqueChars = 6;
        (options.Password.RequireDigit, options.Password.RequireLowercase, options.Password.RequireUppercase, options.Password.RequireNonAlphanumeric) = (false, false, false, false);
        options.Lockout.MaxFailedAccessAttempts = 10;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-";
    }

    private static async Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> First(
        SignInRequest request, HttpContext context, SignInLimits limits, SignInStaff signIn, CancellationToken cancellationToken) =>
        limits.MayTry(context, request.Account) ? Answer(context, await signIn.FirstAsync(request, cancellationToken)) : TooOften(context);

    private static async Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> Second(
        SecondFactorRequest request, HttpContext context, SignInLimits limits, SignInTickets tickets, SignInStaff signIn, CancellationToken cancellationToken) =>
        limits.MayTry(context, AccountOf(tickets, request.Ticket)) ? Answer(context, await signIn.SecondAsync(request, cancellationToken)) : TooOften(context);

    private static async Task<Results<Ok<Enrolment>, ProblemHttpResult>> Enrol(TicketRequest request, SignInStaff signIn) =>
        await signIn.EnrolAsync(request) is { } enrolment ? TypedResults.Ok(enrolment) : SignInRefusals.Refused.ToProblem();

    private static async Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> Confirm(
        SecondFactorRequest request, HttpContext context, SignInLimits limits, SignInTickets tickets, SignInStaff signIn, CancellationToken cancellationToken) =>
        limits.MayTry(context, AccountOf(tickets, request.Ticket)) ? Answer(context, await signIn.ConfirmAsync(request, cancellationToken)) : TooOften(context);

    private static async Task<Results<NoContent, ProblemHttpResult>> Accept(InvitationRequest request, HttpContext context, SignInLimits limits, SignInStaff signIn)
    {
        if (!limits.MayTry(context, request.Account))
        {
            return TooOften(context);
        }

        return await signIn.AcceptAsync(request) switch
        {
            null => SignInRefusals.Refused.ToProblem(),
            [] => TypedResults.NoContent(),
            var errors => (SignInRefusals.PasswordWeak with { Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors } }).ToProblem(),
        };
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Resume(ResumeRequest request, HttpContext context, SignInLimits limits, SignInStaff signIn, CancellationToken cancellationToken)
    {
        if (!limits.MayTry(context, "session:" + request.Session))
        {
            return TooOften(context);
        }

        return await signIn.ResumeAsync(request, cancellationToken) ? TypedResults.NoContent() : SignInRefusals.Refused.ToProblem();
    }

    private static Ok<Actor> Who(Actor actor) => TypedResults.Ok(actor);

    private static async Task<NoContent> Pause(HttpContext context, Actor actor, SessionStore sessions, CancellationToken cancellationToken)
    {
        if (SessionOf(context) is { } sessionId)
        {
            await sessions.PauseAsync(sessionId, actor, cancellationToken);
        }

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> End(HttpContext context, Actor actor, SessionStore sessions, CancellationToken cancellationToken)
    {
        if (SessionOf(context) is { } sessionId)
        {
            await sessions.EndAsync(sessionId, actor, cancellationToken);
        }

        context.Response.Headers[SessionHeader] = "";
        return TypedResults.NoContent();
    }

    private static Guid? SessionOf(HttpContext context) => Guid.TryParse(context.User.FindFirst("sid")?.Value, out var sessionId) ? sessionId : null;

    // All tickets of one account count together; a ticket that cannot be read counts with all such.
    private static string AccountOf(SignInTickets tickets, string ticket) => "ticket:" + tickets.Read(ticket)?.StaffId;

    private static ProblemHttpResult TooOften(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        return SignInRefusals.TooOften.ToProblem();
    }

    private static Results<Ok<SignInAnswer>, ProblemHttpResult> Answer(HttpContext context, (SignInAnswer? Answer, string? Secret) result)
    {
        if (result.Secret is { } secret)
        {
            context.Response.Headers[SessionHeader] = secret;
        }

        return result.Answer is { } answer ? TypedResults.Ok(answer) : SignInRefusals.Refused.ToProblem();
    }
}
