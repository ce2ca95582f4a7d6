using Cnaim.Data;
using Microsoft.Extensions.Options;

namespace Cnaim.Subscriptions.Queues;

/// <summary>Section <c>Queues</c>.</summary>
internal sealed class QueueOptions
{
    /// <summary>The broker's management API with the user that makes partners' queues; without it no partner has one.</summary>
    public Uri? Management { get; set; }

    /// <summary>How often agreements and clients are compared with queues and endpoints, in seconds; default 10, at most 30.</summary>
    public double LookSeconds { get; set; } = 10;

    /// <summary>Lets the management API be another machine's in clear text, where a private network of containers is the protection; default false.</summary>
    public bool AllowRemoteClearText { get; set; }
}

/// <summary>The user of the management API may do anything at the broker: its password does not cross a network in clear text.</summary>
internal sealed class QueueOptionsCheck : IValidateOptions<QueueOptions>
{
    public ValidateOptionsResult Validate(string? name, QueueOptions options) =>
        options.LookSeconds is not (> 0 and <= 30) ? ValidateOptionsResult.Fail("Queues__LookSeconds is more than 0 and at most 30: what was revoked is gone within a minute.")
        : options.Management is { Scheme: "http" } address && !RemoteHosts.IsLocal(address.Host) && !options.AllowRemoteClearText
            ? ValidateOptionsResult.Fail("Queues__Management leads to another machine in clear text: use https://, or set Queues__AllowRemoteClearText=true where a private network protects it.")
            : ValidateOptionsResult.Success;
}
