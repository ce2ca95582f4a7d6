using Cnaim.Identity.Tokens;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.Clients.Changes;

/// <summary>What may be asked for a client; without a database.</summary>
internal static class ClientChangeRules
{
    private static readonly string[] Kinds = [ClientChange.Create, ClientChange.Keys, ClientChange.Disable];

    public static Refusal? Check(NewClientChange change, ReferenceCodes codes)
    {
        string?[] errors =
        [
            Kinds.Contains(change.Kind, StringComparer.Ordinal) ? null : "kind: use one of " + string.Join(", ", Kinds) + ".",
            IsName(change.ClientId) && !codes.Services.Contains(change.ClientId) && change.ClientId is not ("gateway" or Client.SandboxKind) && !Client.SandboxPartners.ContainsKey(change.ClientId) ? null : "clientId: use 3 to 64 of a-z, 0-9 and hyphen, and no service's code.",
            codes.Offices.Contains(change.Office) ? null : "office: use the code of an office.",
            codes.Centres.Contains(change.Centre) ? null : "centre: use the code of a centre.",
            change.Scopes.All(scope => Scopes.All.Contains(scope, StringComparer.Ordinal)) ? null : "scopes: use " + string.Join(", ", Scopes.All) + ".",
            (change.Kind is ClientChange.Disable) == change.PublicKeys is null ? null : "publicKeys: send a JWKS with a new client and with new keys, and only then.",
            change.PublicKeys is not { } keys || AreKeys(keys.GetRawText()) ? null : "publicKeys: send one to five public keys, EC P-256 or RSA of at least 2048 bits, each with a kid.",
            change.Reason.Length is >= 3 and <= 500 ? null : "reason: use 3 to 500 characters.",
        ];
        return errors.OfType<string>().ToList() is { Count: > 0 } wrong ? ClientRefusals.InvalidWith(wrong) : null;
    }

    private static bool IsName(string name) => name.Length is >= 3 and <= 64 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-');

    /// <summary>Whether a text is a set of public keys that a client may sign with.</summary>
    public static bool AreKeys(string text)
    {
        try
        {
            var keys = new JsonWebKeySet(text).Keys;
            return keys.Count is > 0 and <= 5 && keys.All(key => key is { KeyId.Length: > 0, HasPrivateKey: false } && key is { Kty: "EC", Crv: "P-256" } or { Kty: "RSA", KeySize: >= 2048 });
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
