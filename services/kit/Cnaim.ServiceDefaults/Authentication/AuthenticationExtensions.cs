using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>Bearer tokens of the platform's identity service; every endpoint needs one unless it says otherwise.</summary>
internal static partial class AuthenticationExtensions
{
    public static IServiceCollection AddPlatformAuthentication(this IServiceCollection services)
    {
        services.AddOptions<IdentityOptions>().BindConfiguration("Identity").ValidateDataAnnotations()
            .Validate(identity => identity.AcceptedAudience is not null, "Set Identity__Client__Id to the service's code: tokens must be addressed to it.").ValidateOnStart();
        services.AddHttpClient(SigningKeys.HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(2));
        services.AddHttpClient(TokenEndpoint.HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(5));
        services.AddHttpContextAccessor();
        services.TryAddSingleton<TokenEndpoint>();
        services.TryAddSingleton<SigningKeys>();
        services.AddHostedService(provider => provider.GetRequiredService<SigningKeys>());
        services.TryAddSingleton<ValidatedTokens>();
        services.TryAddSingleton<PlatformTokenHandler>();
        services.TryAddSingleton<ServiceTokens>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.LeaveKeyRingUnloaded();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<IdentityOptions>, PlatformTokenHandler, TimeProvider>(Configure);
        services.AddAuthorizationBuilder().SetDefaultPolicy(PlatformPolicy()).SetFallbackPolicy(PlatformPolicy());
        services.AddRights();
        return services;
    }

    // Authentication brings data protection, and that makes and reads a key file at every start. Nothing here protects data with it.
    private static void LeaveKeyRingUnloaded(this IServiceCollection services)
    {
        foreach (var start in services.Where(service => service.ImplementationType?.Name is "DataProtectionHostedService").ToList())
        {
            services.Remove(start);
        }
    }

    private static AuthorizationPolicy PlatformPolicy() => new AuthorizationPolicyBuilder(JwtBearerDefaults.AuthenticationScheme)
        .RequireAuthenticatedUser().RequireClaim("sub").RequireClaim("office").RequireClaim("role").Build();

    private static void Configure(JwtBearerOptions bearer, IOptions<IdentityOptions> identity, PlatformTokenHandler handler, TimeProvider clock)
    {
        bearer.MapInboundClaims = false;
        bearer.IncludeErrorDetails = false;
        bearer.SaveToken = false;
        bearer.TokenHandlers.Clear();
        bearer.TokenHandlers.Add(handler);
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = identity.Value.Issuer,
            ValidAudience = identity.Value.AcceptedAudience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ClockSkew = TimeSpan.FromSeconds(30),
            NameClaimType = "sub",
            RoleClaimType = "role",
        };
        bearer.TokenValidationParameters.LifetimeValidator = (notBefore, expires, _, parameters) => IsAlive(notBefore, expires, clock, parameters.ClockSkew);
        bearer.Events = new JwtBearerEvents { OnAuthenticationFailed = LogRefusal, OnChallenge = AnswerWithoutKeys };
    }

    private static bool IsAlive(DateTime? notBefore, DateTime? expires, TimeProvider clock, TimeSpan skew)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is not null && expires + skew > now && (notBefore is null || notBefore - skew <= now);
    }

    private static Task LogRefusal(AuthenticationFailedContext context)
    {
        Log.Refused(Logger(context.HttpContext), context.Exception.GetType().Name);
        return Task.CompletedTask;
    }

    private static async Task AnswerWithoutKeys(JwtBearerChallengeContext context)
    {
        if (context.AuthenticateFailure is KeysUnavailableException)
        {
            context.HandleResponse();
            await CommonRefusals.KeysUnavailable.ToProblem().ExecuteAsync(context.HttpContext);
        }
    }

    private static ILogger Logger(HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Cnaim.ServiceDefaults.Authentication");

    private static partial class Log
    {
        [LoggerMessage(EventId = 1102, Level = LogLevel.Warning, Message = "A token was refused: {Reason}")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
