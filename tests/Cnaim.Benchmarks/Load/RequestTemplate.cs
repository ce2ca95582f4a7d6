using System.Buffers.Text;
using System.Text;

namespace Cnaim.Benchmarks.Load;

/// <summary>A prebuilt request whose Idempotency-Key is filled in before each send; reads and assessments ignore the key.</summary>
internal sealed class RequestTemplate
{
    private const string KeyHeader = "Idempotency-Key: ";

    private readonly byte[] _bytes;
    private readonly int _key;

    public RequestTemplate(string method, Uri address, string token, string body)
    {
        var text = $"{method} {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\n{KeyHeader}{Guid.Empty}\r\n"
            + (body.Length > 0 ? "Content-Type: application/json\r\n" : "")
            + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
        _bytes = Encoding.UTF8.GetBytes(text);
        _key = text.IndexOf(KeyHeader, StringComparison.Ordinal) + KeyHeader.Length;
    }

    /// <summary>Bytes of the request.</summary>
    public int Length => _bytes.Length;

    /// <summary>Copies the request with a key of its own into a buffer of at least <see cref="Length"/> bytes.</summary>
    public ReadOnlyMemory<byte> Fill(byte[] buffer, Guid key)
    {
        _bytes.CopyTo(buffer, 0);
        _ = Utf8Formatter.TryFormat(key, buffer.AsSpan(_key), out _);
        return buffer.AsMemory(0, _bytes.Length);
    }
}
