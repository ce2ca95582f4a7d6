using Grpc.Core;
using Microsoft.AspNetCore.Connections;

namespace Grpc.AspNetCore.Server;

/// <summary>Turns a failure into the status that the caller may see.</summary>
internal static class FailedCall
{
    public static void End(HttpContextServerCallContext call, Exception exception)
    {
        if (call.Lifetime.IsEnded)
        {
            return;
        }

        var (status, trailers) = Map(call, exception);
        ServerLog.Ended(call.Settings.Logger, call.Method, status.StatusCode);
        if (call.Lifetime.TryEnd())
        {
            call.WriteStatus(status, trailers);
        }
        else
        {
            call.Http.Abort();
        }
    }

    private static (Status Status, Metadata? Trailers) Map(HttpContextServerCallContext call, Exception exception)
    {
        switch (exception)
        {
            case RpcException rpc:
                return (rpc.Status, rpc.Trailers);
            case OperationCanceledException when call.Lifetime.IsPast:
                return (new Status(StatusCode.DeadlineExceeded, ""), null);
            case OperationCanceledException or ConnectionResetException or ConnectionAbortedException when call.Http.RequestAborted.IsCancellationRequested:
                return (Status.DefaultCancelled, null);
            default:
                ServerLog.Unhandled(call.Settings.Logger, call.Method, exception);
                var detail = "Exception was thrown by handler.";
                return (new Status(StatusCode.Unknown, call.Settings.ShowsDetails ? $"{detail} {exception.GetType().Name}: {exception.Message}" : detail), null);
        }
    }
}
