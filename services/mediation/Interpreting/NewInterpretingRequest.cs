namespace Cnaim.Mediation.Interpreting;

/// <summary>A telephone translation as a desk asks for it.</summary>
internal sealed record NewInterpretingRequest
{
    public required string Language { get; init; }

    /// <summary>The caller's own centre; may be left out.</summary>
    public string? Centre { get; init; }

    /// <summary>When; now when it is left out.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How long; the installation's usual length when it is left out.</summary>
    public int? Minutes { get; init; }

    /// <summary>Which desk, up to 32 characters of a-z, 0-9 and hyphen.</summary>
    public string? Desk { get; init; }
}

/// <summary>What a move may carry.</summary>
internal sealed record InterpretingMove
{
    /// <summary>With extend: 5 to 120.</summary>
    public int? Minutes { get; init; }

    /// <summary>With rate: 1 bad, 2 sufficient, 3 good.</summary>
    public int? Quality { get; init; }

    /// <summary>With fail: <c>no-show</c>, <c>cancelled</c>, <c>person-declined</c>, <c>no-mediator</c> or <c>technical</c>.</summary>
    public string? Reason { get; init; }
}
