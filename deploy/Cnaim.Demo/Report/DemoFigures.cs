using System.Text.Json;

namespace Cnaim.Demo.Report;

/// <summary>The last line with <c>--json</c>; its names and order are public contract.</summary>
public sealed record DemoFigures
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public required int Visits { get; init; }

    public required int Interviews { get; init; }

    public required int Issues { get; init; }

    public required int Referrals { get; init; }

    public required int Completed { get; init; }

    public required int Rejected { get; init; }

    public required int Unanswered { get; init; }

    public required int Lost { get; init; }

    public required int Duplicated { get; init; }

    public required int OutOfOrder { get; init; }

    public required double LoopP50Ms { get; init; }

    public required double LoopP99Ms { get; init; }

    /// <summary>One line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Form);
}
