namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>Something that one person asks for and another decides.</summary>
internal interface IAskedChange
{
    Guid ChangeId { get; }

    string RequestedBy { get; }

    /// <summary>Null while nobody has decided.</summary>
    string? Decision { get; }
}

/// <summary>Changes, newest first.</summary>
internal sealed record ChangeList<TChange>(IReadOnlyList<TChange> Items)
    where TChange : class, IAskedChange;

/// <summary>What was decided; the invitation of a new account is shown once.</summary>
internal sealed record DecidedChange(string Decision, string? Invitation);
