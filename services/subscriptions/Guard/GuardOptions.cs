using Microsoft.Extensions.Options;

namespace Cnaim.Subscriptions.Guard;

/// <summary>Section <c>Guard</c>.</summary>
internal sealed class GuardOptions
{
    /// <summary>Receivers on this machine, http too: for the sandbox and refused elsewhere; default false.</summary>
    public bool AllowLoopback { get; set; }
}

/// <summary>In production a service that would send inside does not start.</summary>
internal sealed class GuardOptionsCheck(SubscriptionsMode mode) : IValidateOptions<GuardOptions>
{
    public ValidateOptionsResult Validate(string? name, GuardOptions options) => options.AllowLoopback && !mode.IsSandbox
        ? ValidateOptionsResult.Fail("Remove Guard__AllowLoopback: receivers on this machine exist only with CNAIM_MODE=sandbox.")
        : ValidateOptionsResult.Success;
}
