using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Identity.Clients.Changes;

internal static class ClientRefusals
{
    public static readonly Refusal NotFound = new("client-change-not-found", 404, "There is no such change.");

    public static readonly Refusal Impossible = new("client-change-impossible", 409, "The client exists already, or does not exist.");

    public static readonly Refusal Invalid = new("client-change-invalid", 422, "A value is not one of the platform's; 'errors' names each.");

    public static Refusal InvalidWith(IReadOnlyList<string> errors) =>
        Invalid with { Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors } };
}
