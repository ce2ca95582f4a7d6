using Microsoft.AspNetCore.Authorization;

namespace Cnaim.ServiceDefaults.Rights;

/// <summary>The right of the endpoint that is called.</summary>
internal sealed class RightRequirement : IAuthorizationRequirement;
