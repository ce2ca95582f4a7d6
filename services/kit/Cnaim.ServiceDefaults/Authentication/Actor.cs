using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>Who calls, acting for which office at which centre; read from the verified token. Bind it as an endpoint parameter.</summary>
/// <param name="Subject">The token's <c>sub</c>: a staff member, a partner client or a service; never a person served.</param>
/// <param name="Office">The acting office's or service's code (claim <c>office</c>).</param>
/// <param name="Centre">The acting centre's code (claim <c>centre</c>); empty for a service.</param>
/// <param name="Role">A role of domain.md section 6, or <c>service</c> (claim <c>role</c>).</param>
public sealed record Actor(string Subject, string Office, string Centre, string Role)
{
    /// <summary>The role of a service that calls on its own behalf.</summary>
    public const string ServiceRole = "service";

    /// <summary>True for a call of a service on its own behalf.</summary>
    public bool IsService => string.Equals(Role, ServiceRole, StringComparison.Ordinal);

    /// <summary>The actor of an authenticated principal.</summary>
    /// <param name="principal">A principal that bearer authentication made.</param>
    /// <returns>The actor, or null when a claim is missing.</returns>
    public static Actor? From(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var subject = principal.FindFirstValue("sub");
        var office = principal.FindFirstValue("office");
        var role = principal.FindFirstValue("role");
        return subject is null || office is null || role is null
            ? null
            : new Actor(subject, office, principal.FindFirstValue("centre") ?? "", role);
    }

    /// <summary>Binds an endpoint parameter of this type; authorization has run before.</summary>
    /// <param name="context">The request.</param>
    public static ValueTask<Actor?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult(From(context.User));
    }
}
