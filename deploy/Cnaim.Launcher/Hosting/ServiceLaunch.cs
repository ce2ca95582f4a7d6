using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>How a service is started: program, variables, log.</summary>
internal sealed record ServiceLaunch
{
    private const long LongestLog = 16 << 20;

    public required HostProgram Host { get; init; }

    public required string Address { get; init; }

    public required string Log { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required BackOff BackOff { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public ChildProcess Start()
    {
        KeepLogSmall();
        return ChildProcess.Start(Host.Code, ["dotnet", Host.Assembly], Environment, Host.ContentRoot, Log, Account.Current);
    }

    private void KeepLogSmall()
    {
        if (File.Exists(Log) && new FileInfo(Log).Length > LongestLog)
        {
            File.Move(Log, Log + ".1", overwrite: true);
        }
    }
}
