namespace Cnaim.Identity.Clients;

/// <summary>The result of a client's authentication: the client, or none; limited when too many guesses were made.</summary>
internal sealed record ClientCheck(Client? Client, bool IsLimited)
{
    /// <summary>What is wrong with an assertion, in words for who sent it.</summary>
    public string? Why { get; init; }
}
