using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

internal static partial class ServerLog
{
    [LoggerMessage(6, LogLevel.Error, "Unhandled exception in {Method}.")]
    public static partial void Unhandled(ILogger logger, string method, Exception exception);

    [LoggerMessage(7, LogLevel.Debug, "{Method} ended with status {StatusCode}.")]
    public static partial void Ended(ILogger logger, string method, Core.StatusCode statusCode);

    [LoggerMessage(8, LogLevel.Debug, "{Method} could not be answered: the caller is gone.")]
    public static partial void NotAnswered(ILogger logger, string method, Exception exception);

    [LoggerMessage(9, LogLevel.Warning, "A cancellation callback of {Method} failed.")]
    public static partial void CancellationFailed(ILogger logger, string method, Exception exception);
}
