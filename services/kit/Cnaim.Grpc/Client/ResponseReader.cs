using System.Buffers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>Reads the messages of an answer through one pooled buffer.</summary>
internal sealed class ResponseReader(Stream stream, string? encoding, int? limit) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int _start;
    private int _end;

    /// <summary>The next message, or null at the end of the stream.</summary>
    public async ValueTask<TResponse?> ReadAsync<TResponse>(Marshaller<TResponse> marshaller, CancellationToken cancellationToken)
        where TResponse : class
    {
        if (!await FillAsync(GrpcNames.HeaderSize, cancellationToken))
        {
            return _end == _start ? null : throw Incomplete();
        }

        MessageReader.TryReadPrefix(Data(GrpcNames.HeaderSize), encoding, limit, out var prefix);
        _start += GrpcNames.HeaderSize;
        if (!await FillAsync(prefix.Length, cancellationToken))
        {
            throw Incomplete();
        }

        var payload = Data(prefix.Length);
        _start += prefix.Length;
        return Deserialize(prefix, payload, marshaller);
    }

    /// <summary>True when nothing follows; reads to the end, so that the trailers are there.</summary>
    public async ValueTask<bool> IsAtEndAsync(CancellationToken cancellationToken) =>
        _end == _start && !await FillAsync(1, cancellationToken);

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static RpcException Incomplete() => new(new Status(StatusCode.Internal, "The answer is incomplete."));

    private TResponse Deserialize<TResponse>(MessagePrefix prefix, in ReadOnlySequence<byte> payload, Marshaller<TResponse> marshaller)
    {
        try
        {
            return MessageReader.Deserialize(prefix, payload, limit, marshaller.ContextualDeserializer);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw new RpcException(new Status(StatusCode.Internal, "The answer cannot be read.", exception));
        }
    }

    private ReadOnlySequence<byte> Data(int length) => new(_buffer, _start, length);

    private async ValueTask<bool> FillAsync(int needed, CancellationToken cancellationToken)
    {
        while (_end - _start < needed)
        {
            MakeRoom(needed);
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }

    private void MakeRoom(int needed)
    {
        if (_start == _end)
        {
            (_start, _end) = (0, 0);
        }

        if (_buffer.Length - _start >= needed && _end < _buffer.Length)
        {
            return;
        }

        var target = needed > _buffer.Length ? ArrayPool<byte>.Shared.Rent(needed) : _buffer;
        _buffer.AsSpan(_start, _end - _start).CopyTo(target);
        (_start, _end) = (0, _end - _start);
        if (!ReferenceEquals(target, _buffer))
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }
    }
}
