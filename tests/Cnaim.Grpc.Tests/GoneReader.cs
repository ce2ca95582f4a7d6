using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Cnaim.Grpc.Tests;

/// <summary>The body of a request whose stream is reset in the moment in which its read is cancelled.</summary>
internal sealed class GoneReader(PipeReader body) : PipeReader, IRequestBodyPipeFeature
{
    public PipeReader Reader => this;

    public override void CancelPendingRead()
    {
        body.CancelPendingRead();
        throw new IOException("The stream was reset.");
    }

    public override void AdvanceTo(SequencePosition consumed) => body.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => body.AdvanceTo(consumed, examined);

    public override void Complete(Exception? exception = null) => body.Complete(exception);

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => body.ReadAsync(cancellationToken);

    public override bool TryRead(out ReadResult result) => body.TryRead(out result);
}
