using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>Who calls, acting for which office at which centre; read from the verified token. Bind it as an endpoint parameter.</summary>
/// <param name="Subject">The token's <c>sub</c>: a staff member, a partner client or a service; never a person served.</param>
/// <param name="Office">The acting office's or service's code (claim <c>office</c>).</param>
/// <param name="Centre">The acting centre's code (claim <c>centre</c>); empty for a service.</param>
/// <param name="Role">A role, for example <c>office-agent</c>, or <c>service</c> (claim <c>role</c>).</param>
public sealed record Actor(string Subject, string Office, string Centre, string Role)
{
    /// <summary>The role of a service that calls on its own behalf.</summary>
    public const string ServiceRole = "service";

    /// <summary>What the caller acts for, the code of a purpose (claim <c>purpose</c>); null when he did not say.</summary>
    public string? Purpose { get; init; }

    /// <summary>The ticket, case or referral for which the caller looks (claim <c>behind</c>, <see cref="WorkBehind"/>); null when nobody said, or what was said is none.</summary>
    public string? Behind { get; init; }

    /// <summary>The service that calls for the subject (claim <c>act</c>); null when the subject called through the gateway, or a service for itself.</summary>
    public string? Through { get; init; }

    /// <summary>The token's OAuth scopes, separated by blanks (claim <c>scope</c>); null without the claim. They narrow partners' clients only.</summary>
    public string? Scope { get; init; }

    /// <summary>The role of a person who looks after one partner's client.</summary>
    public const string PartnerDeveloperRole = "partner-developer";

    /// <summary>The one client that a partner's developer works for (claim <c>partner</c>); null for everybody else.</summary>
    public string? Partner { get; init; }

    /// <summary>The client of which the caller is or for which he works: the subject itself, but never that of a developer, who without a client is nobody.</summary>
    public string PartnerClient => string.Equals(Role, PartnerDeveloperRole, StringComparison.Ordinal) ? Partner ?? "" : Subject;

    /// <summary>True for a call of a service on its own behalf.</summary>
    public bool IsService => string.Equals(Role, ServiceRole, StringComparison.Ordinal);

    /// <summary>Whether the token has an OAuth scope.</summary>
    /// <param name="scope">For example <c>referrals.read</c>.</param>
    public bool HasScope(string scope) => Scope?.Split(' ').Contains(scope, StringComparer.Ordinal) is true;

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
            : new Actor(subject, office, principal.FindFirstValue("centre") ?? "", role)
            {
                Purpose = principal.FindFirstValue("purpose"),
                Behind = principal.FindFirstValue("behind") is { } behind && WorkBehind.IsOne(behind) ? behind : null,
                Partner = principal.FindFirstValue("partner"),
                Scope = principal.FindFirstValue("scope"),
                Through = ServiceOf(principal.FindFirstValue("act")),
            };
    }

    // RFC 8693, section 4.1: {"sub":"health","act":{...}}, the latest first.
    private static string? ServiceOf(string? act)
    {
        if (act is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(act);
        return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("sub", out var service) ? service.GetString() : null;
    }

    /// <summary>Binds an endpoint parameter of this type; authorization has run before.</summary>
    /// <param name="context">The request.</param>
    public static ValueTask<Actor?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult(From(context.User));
    }
}
