namespace Cnaim.Reception.Desks;

/// <summary>A desk and who sits at it.</summary>
internal sealed record Desk
{
    public const string Closed = "closed";
    public const string Open = "open";
    public const string Paused = "paused";

    public string Centre { get; init; } = "";

    public string Code { get; init; } = "";

    public string[] Queues { get; init; } = [];

    public string State { get; init; } = Closed;

    /// <summary>The subject of the member of staff.</summary>
    public string? HeldBy { get; init; }

    public string? HeldOffice { get; init; }

    public DateTimeOffset? Since { get; init; }

    public int Version { get; init; } = 1;
}
