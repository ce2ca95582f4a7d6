using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>A supervised service.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Status">How it is.</param>
/// <param name="Process">Its process; null while it has none.</param>
/// <param name="Port">Its HTTP port on 127.0.0.1.</param>
/// <param name="Restarts">How often it crashed and was started again.</param>
/// <param name="LastExitCode">How it ended last; null where it never did.</param>
/// <param name="NextStartAt">When it is started again, while it is crashed.</param>
public sealed record ServiceState(
    string Code, ServiceStatus Status, ProcessMark? Process, int Port, int Restarts, int? LastExitCode, DateTimeOffset? NextStartAt);
