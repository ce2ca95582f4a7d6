using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Cnaim.Subscriptions.Guard;

/// <summary>Where this network sends to: public addresses only, asked at registration and again at every connection (S12, S13).</summary>
internal sealed class AddressGuard(IResolveHost resolver, IOptions<GuardOptions> options)
{
    private const int LowestPort = 1024;
    private static readonly string[] InsideNames = [".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa", ".corp"];

    private bool AllowsLoopback => options.Value.AllowLoopback;

    /// <summary>What is wrong with an address at registration; null when it may be used.</summary>
    public async Task<string?> CheckAsync(string url, CancellationToken cancellationToken)
    {
        if (FormOf(url, out var address) is { } wrong)
        {
            return wrong;
        }

        try
        {
            await ResolveAsync(address!.IdnHost, cancellationToken);
            return null;
        }
        catch (SocketException)
        {
            return "The host has no address.";
        }
        catch (AddressRefusedException refused)
        {
            return refused.Message;
        }
    }

    /// <summary>The addresses of a host; one that is not public refuses all, for a mixed answer is how a name is turned inside.</summary>
    public async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await resolver.ResolveAsync(host, cancellationToken);
        return addresses.Length > 0 && Array.TrueForAll(addresses, IsAllowed) ? addresses : throw new AddressRefusedException();
    }

    private string? FormOf(string url, out Uri? address)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out address) || url.Length > 2000 || address.Host.Length is 0)
        {
            return "Use an absolute URL of at most 2000 characters.";
        }

        var isInside = AllowsLoopback && address.IsLoopback;
        var host = address.IdnHost.TrimEnd('.');
        return address.Scheme is not "https" && !(isInside && address.Scheme is "http") ? "Use https."
            : address.UserInfo.Length > 0 ? "Leave user and password out."
            : address.Fragment.Length > 0 ? "Leave the fragment out."
            : address.Port is not 443 and < LowestPort ? "Use port 443, or one from 1024 on."
            : isInside ? null
            : address.HostNameType is UriHostNameType.Dns && (!host.Contains('.', StringComparison.Ordinal) || InsideNames.Any(name => host.EndsWith(name, StringComparison.OrdinalIgnoreCase)))
                ? "Use a public host name."
                : null;
    }

    private bool IsAllowed(IPAddress address) => PublicAddresses.Contains(address) || (AllowsLoopback && IPAddress.IsLoopback(address));
}
