using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.ServiceDefaults.Tests.Support;

internal static class SampleRefusals
{
    public static readonly Refusal Closed = new("sample-closed", 409, "The sample is closed.")
    {
        Fix = "Open another.",
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["allowed"] = new[] { "open" } },
    };
}
