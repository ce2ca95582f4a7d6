using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cnaim.ServiceDefaults.Rights;

/// <summary>Rights on endpoints, and the component that decides.</summary>
public static class RightsExtensions
{
    /// <summary>Lets an endpoint, or all of a group that say nothing else, be called only by who has a right.</summary>
    /// <param name="endpoints">The endpoint or group.</param>
    /// <param name="right">One of <see cref="Right"/>.</param>
    /// <exception cref="ArgumentException">The table has no such right.</exception>
    public static TBuilder RequireRight<TBuilder>(this TBuilder endpoints, string right)
        where TBuilder : IEndpointConventionBuilder
    {
        _ = RightsTable.Embedded.Find(right) ?? throw new ArgumentException($"rights.json has no '{right}'.", nameof(right));
        return endpoints.WithMetadata(new RightAttribute(right));
    }

    /// <summary>Adds the table's policy; <c>AddServiceDefaults</c> does it already.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="service">The service's code; null takes the audience that it accepts.</param>
    public static IServiceCollection AddRights(this IServiceCollection services, string? service = null)
    {
        services.TryAddSingleton(provider => new RightsPolicy(service ?? provider.GetRequiredService<IOptions<IdentityOptions>>().Value.AcceptedAudience ?? ""));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, RightHandler>());
        services.AddAuthorizationBuilder().AddPolicy(RightAttribute.PolicyName, policy => policy.RequireAuthenticatedUser().AddRequirements(new RightRequirement()));
        return services;
    }
}
