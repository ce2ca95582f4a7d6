using Microsoft.AspNetCore.Authorization;

namespace Cnaim.Screening;

/// <summary>Which roles may do what here; national roles see aggregates only and so no person.</summary>
internal static class ScreeningPolicies
{
    /// <summary>Whoever serves people, and services on behalf of their office.</summary>
    public const string Counter = "screening-counter";

    /// <summary>Loading and approving rules.</summary>
    public const string Rules = "screening-rules";

    private static readonly string[] CounterRoles =
        ["reception", "mediator", "office-agent", "focal-point", "coordinator", "service"];

    private static readonly string[] RulesRoles = ["administrator", "national-manager"];

    public static IServiceCollection AddScreeningPolicies(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(Counter, policy => policy.RequireAuthenticatedUser().RequireAssertion(MayServe))
            .AddPolicy(Rules, policy => policy.RequireAuthenticatedUser().RequireClaim("role", RulesRoles));
        return services;
    }

    private static bool MayServe(AuthorizationHandlerContext context) =>
        Array.Exists(CounterRoles, role => context.User.HasClaim("role", role))
        || (context.User.HasClaim("role", "partner-client") && HasScope(context, "screening.use"));

    private static bool HasScope(AuthorizationHandlerContext context, string scope) =>
        context.User.FindAll("scope").Any(claim => claim.Value.Split(' ').Contains(scope, StringComparer.Ordinal));
}
