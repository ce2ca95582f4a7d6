namespace Cnaim.Messaging;

/// <summary>The service this process is.</summary>
/// <param name="Code">Its code: queue, broker user, routing key and logical consumer.</param>
internal sealed record MessagingService(string Code)
{
    public string ErrorQueue => $"{Code}_error";

    public string SkippedQueue => $"{Code}_skipped";

    public string DeadQueue => $"{Code}_dead";

    public string PingQueue => $"{Code}-ping";
}
