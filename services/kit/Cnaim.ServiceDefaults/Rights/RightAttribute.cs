using Microsoft.AspNetCore.Authorization;

namespace Cnaim.ServiceDefaults.Rights;

/// <summary>The right that a call needs. On a group it is the default of its endpoints; what stands on the endpoint itself counts alone.</summary>
/// <param name="name">One of <see cref="Right"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RightAttribute(string name) : Attribute, IAuthorizeData
{
    internal const string PolicyName = "right";

    /// <summary>The right's name.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public string? Policy { get; set; } = PolicyName;

    /// <inheritdoc/>
    public string? Roles { get; set; }

    /// <inheritdoc/>
    public string? AuthenticationSchemes { get; set; }
}
