using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.Extensions.Options;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Where the office has a system of its own, that system's client answers what was received, and nobody else (ADR 0104). Deadlines, reminders and audit stay with this service.</summary>
internal sealed class ExternalOffices(IOptions<OfficeOptions> options)
{
    /// <summary>Why the caller may not answer at a centre, or fetch what a referral discloses; null when he may.</summary>
    public Refusal? Check(string? centre, Actor actor) => IsKeptFrom(centre, actor) ? ReferralRefusals.OfficeExternal : null;

    /// <summary>The resource with the actions that are the caller's to take.</summary>
    public ReferralResource Shown(ReferralResource resource, Actor actor) =>
        resource.Direction is not "sent" && IsKeptFrom(resource.Receiver?.Centre ?? actor.Centre, actor) ? resource with { AllowedActions = [] } : resource;

    private bool IsKeptFrom(string? centre, Actor actor) =>
        centre is not null && options.Value.External.TryGetValue(centre, out var client) && !string.Equals(client, actor.Subject, StringComparison.Ordinal);
}

/// <summary>An office does not start with a centre or a client that cannot be: it would answer by the wrong hands.</summary>
internal sealed class ExternalOfficesCheck(Directory.NetworkDirectory directory) : IValidateOptions<OfficeOptions>
{
    public ValidateOptionsResult Validate(string? name, OfficeOptions options) =>
        options.External.FirstOrDefault(pair => !directory.Current.HasCentre(pair.Key) || pair.Value.Length is < 3 or > 64) is { Key: { } wrong }
            ? ValidateOptionsResult.Fail($"Office__External__{wrong}: use a centre's code, and the client of the office's system there, 3 to 64 characters.")
            : ValidateOptionsResult.Success;
}
