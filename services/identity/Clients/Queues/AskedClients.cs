namespace Cnaim.Identity.Clients.Queues;

/// <summary>Partners' clients that are asked about.</summary>
internal sealed record AskedClients(IReadOnlyList<string> ClientIds);

/// <summary>Those of them that have ended, or never were.</summary>
internal sealed record EndedClients(IReadOnlyList<string> Ended);
