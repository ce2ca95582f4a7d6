using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cnaim.Data.Migrations;

/// <summary>What a host does that was started with <c>migrate</c>: before anything else of it starts, it brings the schema up to date and ends, with exit code 0 or 1.</summary>
internal sealed partial class MigrateAndExit(Migrator migrator, ILoggerFactory loggers, ILogger<MigrateAndExit> logger) : IHostedLifecycleService
{
    public const string Argument = "migrate";

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var code = 0;
        try
        {
            await migrator.MigrateAsync(cancellationToken);
            Log.Complete(logger);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.Failed(logger, exception);
            code = 1;
        }

        // Writes what the console's queue still holds; no other service of this host has begun.
        loggers.Dispose();
        Environment.Exit(code);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The schema is complete")]
        public static partial void Complete(ILogger logger);

        [LoggerMessage(2, LogLevel.Critical, "The database cannot be migrated")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
