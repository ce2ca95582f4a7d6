namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>An appointment as reception sees it: when and where, not who.</summary>
internal sealed record Arrival(string Code, string State, DateTimeOffset StartsAt, string? Counter, DateTimeOffset? CheckedInAt);
