using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>A server that the platform started.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Process">Its process.</param>
/// <param name="Port">Its port on 127.0.0.1.</param>
public sealed record ServerState(string Name, ProcessMark Process, int Port);
