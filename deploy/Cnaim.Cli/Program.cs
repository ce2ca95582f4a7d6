using System.CommandLine;
using Cnaim.Cli.Commands;
using Cnaim.Cli.Output;

var root = new RootCommand("CNAIM platform: starts, watches, tests and measures the referral network on this machine.")
{
    UpCommand.Create(),
    DownCommand.Create(),
    StatusCommand.Create(),
    LogsCommand.Create(),
    DoctorCommand.Create(),
    TokenCommand.Create(),
    DemoCommand.Create(),
    TestCommand.Create(),
    BenchCommand.Create(),
    OutboxCommand.Create(),
    ErrorsCommand.Create(),
    AuditCommand.Create(),
    ErasureCommand.Create(),
    RetentionCommand.Create(),
    ContainersCommand.Create(),
    SecurityCommand.Create(),
    IdentityCommand.Create(),
    SandboxCommand.Create(),
    ImportCommand.Create(),
    ExportCommand.Create(),
};
return await Invoke.RunAsync(root, args);
