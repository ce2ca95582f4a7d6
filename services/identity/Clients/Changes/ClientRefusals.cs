using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Identity.Clients.Changes;

internal static class ClientRefusals
{
    public static readonly Refusal NotFound = new("client-change-not-found", 404, "There is no such change.");

    public static readonly Refusal Impossible = new("client-change-impossible", 409, "The client exists already, or does not exist.");

    public static readonly Refusal Invalid = new("client-change-invalid", 422, "A value is not one of the platform's; 'errors' names each.");

    public static readonly Refusal InvalidKey = new("client-key-invalid", 422, "Send one public key, EC P-256 or RSA of at least 2048 bits, with a 'kid' of its own, and a reason of 3 to 500 characters; a client has at most five keys.");

    public static readonly Refusal NoKey = new("client-key-not-found", 404, "The client has no such key.");

    public static readonly Refusal Waiting = new("client-key-waiting", 409, "Another key waits for an administrator; ask again when that one is decided.");

    public static readonly Refusal NoSecretHere = new("client-secret-refused", 409, "Only the sandbox knows secrets; here a client signs with its key (private_key_jwt).");

    public static Refusal InvalidWith(IReadOnlyList<string> errors) =>
        Invalid with { Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors } };
}
