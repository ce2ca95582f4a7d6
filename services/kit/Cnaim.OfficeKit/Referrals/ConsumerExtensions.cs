using Cnaim.Messaging;
using MassTransit;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>What the consumers of referrals share.</summary>
internal static class ConsumerExtensions
{
    /// <summary>True when the broker verified that service as the sender: a command is believed only from the party it names.</summary>
    public static bool IsFrom(this ConsumeContext context, string? office) =>
        string.Equals(Audience.SenderOf(context).Code, office, StringComparison.Ordinal);
}
