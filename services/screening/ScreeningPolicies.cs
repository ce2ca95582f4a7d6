using System.Security.Claims;

namespace Cnaim.Screening;

/// <summary>Which roles may do what here; national roles see aggregates only and so no person.</summary>
internal static class ScreeningPolicies
{
    /// <summary>Whoever serves people, and services on behalf of their office.</summary>
    public const string Counter = "screening-counter";

    /// <summary>Loading and approving rules.</summary>
    public const string Rules = "screening-rules";

    /// <summary>The lists of the data-protection officer.</summary>
    public const string DataProtection = "screening-data-protection";

    private static readonly string[] CounterRoles =
        ["reception", "mediator", "office-agent", "focal-point", "coordinator", "service"];

    private static readonly string[] RulesRoles = ["administrator", "national-manager"];

    public static IServiceCollection AddScreeningPolicies(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(Counter, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => MayServe(context.User)))
            .AddPolicy(Rules, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => MayChangeRules(context.User)))
            .AddPolicy(DataProtection, policy => policy.RequireAuthenticatedUser().RequireClaim("role", "data-protection-officer"));
        return services;
    }

    public static bool MayServe(ClaimsPrincipal user) =>
        Array.Exists(CounterRoles, role => user.HasClaim("role", role))
        || (user.HasClaim("role", "partner-client") && HasScope(user, "screening.use"));

    public static bool MayChangeRules(ClaimsPrincipal user) => Array.Exists(RulesRoles, role => user.HasClaim("role", role));

    private static bool HasScope(ClaimsPrincipal user, string scope) =>
        user.FindAll("scope").Any(claim => claim.Value.Split(' ').Contains(scope, StringComparer.Ordinal));
}
