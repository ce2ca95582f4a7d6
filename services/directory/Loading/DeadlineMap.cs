using System.Text.Json.Nodes;

namespace Cnaim.Directory.Loading;

internal static class DeadlineMap
{
    public static IReadOnlyList<DeadlineRow> Rows(ReferenceDocuments documents) =>
        [.. ReferenceDocuments.Rows(documents.Defaults, "deadlines").Select(Row)];

    private static DeadlineRow Row(JsonObject row, int position)
    {
        var (acknowledge, resolve) = (row["acknowledge"]!.AsObject(), row["resolve"]!.AsObject());
        return new DeadlineRow(
            position,
            row.Text("office"),
            row.Text("request"),
            row.Required("priority"),
            acknowledge["amount"]!.GetValue<int>(),
            acknowledge.Required("unit"),
            resolve["amount"]!.GetValue<int>(),
            resolve.Required("unit"),
            row["assumed"]!.GetValue<bool>());
    }

    public sealed record DeadlineRow(
        int Position, string? Office, string? Request, string Priority,
        int AcknowledgeAmount, string AcknowledgeUnit, int ResolveAmount, string ResolveUnit, bool Assumed);
}
