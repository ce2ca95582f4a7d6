using System.Net;

namespace Cnaim.Grpc.Tests;

/// <summary>Sends the begin of a message and then nothing until released.</summary>
internal sealed class StallingContent : HttpContent
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => _released.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(new byte[] { 0, 0, 0, 0, 9, 1 });
        await stream.FlushAsync();
        await _released.Task;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
