using Cnaim.Contracts.Codes;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Gateway.Tokens;

/// <summary>What only the gateway refuses.</summary>
internal static class GatewayRefusals
{
    public static readonly Refusal NotIntended = new("csrf-missing", 403, "A change with a session's cookie needs the header Cnaim-Csrf.")
    {
        Fix = "Send the value of the cookie cnaim-csrf (with TLS __Host-cnaim-csrf) in the header Cnaim-Csrf, or send a token instead of the cookie.",
    };

    public static readonly Refusal PurposeUnknown = new("purpose-unknown", 400, "The header Cnaim-Purpose names no purpose of the platform.")
    {
        Fix = "Use one of " + string.Join(", ", Purpose.All) + ", or leave the header out.",
    };
}
