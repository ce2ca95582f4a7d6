using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.OfficeKit.Hosting;

/// <summary>Refusals of every list and query.</summary>
internal static class OfficeRefusals
{
    public static readonly Refusal InvalidQuery = new("invalid-query", 422, "A query parameter has a value that does not exist; see the errors.");

    public static Refusal Invalid(IReadOnlyDictionary<string, string[]> errors) => InvalidQuery with
    {
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors },
    };
}
