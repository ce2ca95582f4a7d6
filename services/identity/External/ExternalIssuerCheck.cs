using Cnaim.ServiceDefaults.Authentication;
using Microsoft.Extensions.Options;

namespace Cnaim.Identity.External;

/// <summary>A half-configured issuer is none: the service does not start with it.</summary>
internal sealed class ExternalIssuerCheck(IOptions<IdentityOptions> own) : IValidateOptions<ExternalIssuerOptions>
{
    private static readonly string[] Roles = ["reception", "mediator", "office-agent", "focal-point", "coordinator", "municipal-officer"];

    public ValidateOptionsResult Validate(string? name, ExternalIssuerOptions options)
    {
        var wrong = options.ExternalIssuers.Where(issuer => !IsWhole(issuer)).Select(issuer => issuer.Name).ToList();
        return wrong.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"ExternalIssuers {string.Join(", ", wrong)}: set Name, Issuer, Keys, Audience and Roles, which lead to {string.Join(", ", Roles)}.");
    }

    // National roles and those that change rights are this platform's own to give.
    private bool IsWhole(ExternalIssuer issuer) =>
        issuer is { Name.Length: > 0, Issuer.Length: > 0, Keys: not null, Audience.Length: > 0, Roles.Count: > 0 }
        && issuer.Name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-')
        && !string.Equals(issuer.Issuer, own.Value.Issuer, StringComparison.Ordinal)
        && issuer.Roles.Values.All(role => Roles.Contains(role, StringComparer.Ordinal));
}
