using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Cnaim.Grpc.Tests;

/// <summary>A response in whose writing something happens: once, between asking for memory and filling it.</summary>
internal sealed class WriterWithEvent(IHttpResponseBodyFeature body, Action happens) : PipeWriter, IHttpResponseBodyFeature
{
    private Action? _happens = happens;

    public Stream Stream => body.Stream;

    public PipeWriter Writer => this;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        Interlocked.Exchange(ref _happens, null)?.Invoke();
        return body.Writer.GetMemory(sizeHint);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes) => body.Writer.Advance(bytes);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => body.Writer.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => body.Writer.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => body.Writer.Complete(exception);

    public Task StartAsync(CancellationToken cancellationToken = default) => body.StartAsync(cancellationToken);

    public Task CompleteAsync() => body.CompleteAsync();

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => body.SendFileAsync(path, offset, count, cancellationToken);

    public void DisableBuffering() => body.DisableBuffering();
}
