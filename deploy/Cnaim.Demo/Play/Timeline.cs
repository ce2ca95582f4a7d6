using System.Globalization;
using System.Text.Json.Nodes;

namespace Cnaim.Demo.Play;

/// <summary>The sender's timeline as the API shows it: times never step back and each state may follow the one before.</summary>
internal static class Timeline
{
    private static readonly Dictionary<string, string[]> Next = new(StringComparer.Ordinal)
    {
        [""] = ["draft", "requested"],
        ["draft"] = ["requested", "cancelled"],
        ["requested"] = ["accepted", "rejected", "cancelled"],
        ["accepted"] = ["in-progress", "on-hold", "completed", "failed", "cancelled"],
        ["in-progress"] = ["on-hold", "completed", "failed", "cancelled"],
        ["on-hold"] = ["in-progress", "completed", "failed", "cancelled"],
    };

    public static bool IsInOrder(JsonNode referral)
    {
        var status = "";
        var at = DateTimeOffset.MinValue;
        foreach (var entry in (referral["timeline"] as JsonArray ?? []).OfType<JsonNode>())
        {
            var time = DateTimeOffset.Parse(entry["at"]!.ToString(), CultureInfo.InvariantCulture);
            var next = entry["status"]!.ToString();
            var follows = string.Equals(next, status, StringComparison.Ordinal) || (Next.TryGetValue(status, out var allowed) && allowed.Contains(next, StringComparer.Ordinal));
            if (time < at || !follows)
            {
                return false;
            }

            (status, at) = (next, time);
        }

        return status.Length > 0;
    }
}
