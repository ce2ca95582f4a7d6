using System.Security.Cryptography;
using System.Text.Json;
using Cnaim.Identity.Keys;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.SignIn;

/// <summary>Sealed tickets between the steps of a sign-in: nothing is kept, and a new password or factor ends them.</summary>
internal sealed class SignInTickets(KeyProtection protection, TimeProvider clock)
{
    private const string Kind = "sign-in-ticket";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public string Issue(Guid staffId, string stamp, Guid? assignment) =>
        Base64UrlEncoder.Encode(protection.Protect(JsonSerializer.SerializeToUtf8Bytes(new SignInTicket(staffId, stamp, assignment, clock.GetUtcNow() + Life)), Kind));

    public SignInTicket? Read(string text)
    {
        try
        {
            var ticket = JsonSerializer.Deserialize<SignInTicket>(protection.Unprotect(Base64UrlEncoder.DecodeBytes(text), Kind));
            return ticket is not null && ticket.EndsAt > clock.GetUtcNow() ? ticket : null;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException or ArgumentException or OverflowException or JsonException)
        {
            return null;
        }
    }
}
