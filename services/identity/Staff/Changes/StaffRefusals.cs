using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Identity.Staff.Changes;

internal static class StaffRefusals
{
    public static readonly Refusal NotFound = new("staff-change-not-found", 404, "There is no such change for this caller.");

    public static readonly Refusal OwnRequest = new("own-request", 403, "Nobody approves what he asked for himself, nor a change of his own rights.")
    {
        Fix = "Let another coordinator or administrator decide.",
    };

    public static readonly Refusal Decided = new("already-decided", 409, "The change has been decided.");

    public static readonly Refusal Impossible = new("staff-change-impossible", 409, "The account or the assignment is not as the change supposes.");

    public static readonly Refusal Invalid = new("staff-change-invalid", 422, "A value is not one of the platform's; 'errors' names each.");

    public static Refusal InvalidWith(IReadOnlyList<string> errors) =>
        Invalid with
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["errors"] = errors.Select(error => error.Split(": ", 2)).ToDictionary(error => error[0], error => new[] { error[1] }, StringComparer.Ordinal),
            },
        };
}
