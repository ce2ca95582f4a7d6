using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Grpc.Core;

/// <summary>Headers or trailers of a call: an ordered list in which a key may repeat. Keys that end in <c>-bin</c> carry bytes.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The official name.")]
public sealed class Metadata : IList<Metadata.Entry>
{
    /// <summary>The end of a key whose values are bytes.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    /// <summary>Read-only metadata without entries.</summary>
    public static readonly Metadata Empty = new Metadata().Freeze();

    internal const string RequestEncodingKey = "grpc-internal-encoding-request";

    private readonly List<Entry> _entries = [];
    private bool _isReadOnly;

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => _isReadOnly;

    /// <inheritdoc/>
    public Entry this[int index]
    {
        get => _entries[index];
        set => Writable()[index] = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The last entry of a key, or null.</summary>
    /// <param name="key">The key; case does not matter.</param>
    public Entry? Get(string key)
    {
        for (var i = _entries.Count - 1; i >= 0; i--)
        {
            if (string.Equals(_entries[i].Key, key, StringComparison.OrdinalIgnoreCase))
            {
                return _entries[i];
            }
        }

        return null;
    }

    /// <summary>The last text value of a key, or null.</summary>
    /// <param name="key">The key; case does not matter.</param>
    public string? GetValue(string key) => Get(key)?.Value;

    /// <summary>The last value of a binary key, or null.</summary>
    /// <param name="key">The key; case does not matter.</param>
    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    /// <summary>All entries of a key in order.</summary>
    /// <param name="key">The key; case does not matter.</param>
    public IEnumerable<Entry> GetAll(string key)
    {
        foreach (var entry in _entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase))
            {
                yield return entry;
            }
        }
    }

    /// <summary>Adds a text value.</summary>
    /// <param name="key">The key, not ending in <c>-bin</c>.</param>
    /// <param name="value">ASCII text.</param>
    public void Add(string key, string value) => Add(new Entry(key, value));

    /// <summary>Adds bytes.</summary>
    /// <param name="key">The key, ending in <c>-bin</c>.</param>
    /// <param name="valueBytes">The bytes.</param>
    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    /// <inheritdoc/>
    public void Add(Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Writable().Add(item);
    }

    /// <inheritdoc/>
    public void Clear() => Writable().Clear();

    /// <inheritdoc/>
    public bool Contains(Entry item) => _entries.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(Entry[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<Entry> GetEnumerator() => _entries.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public int IndexOf(Entry item) => _entries.IndexOf(item);

    /// <inheritdoc/>
    public void Insert(int index, Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Writable().Insert(index, item);
    }

    /// <inheritdoc/>
    public bool Remove(Entry item) => Writable().Remove(item);

    /// <inheritdoc/>
    public void RemoveAt(int index) => Writable().RemoveAt(index);

    internal Metadata Freeze()
    {
        _isReadOnly = true;
        return this;
    }

    private List<Entry> Writable() =>
        _isReadOnly ? throw new InvalidOperationException("The metadata is read-only.") : _entries;

    /// <summary>One key with one value.</summary>
    public class Entry
    {
        private readonly string? _value;
        private readonly byte[]? _bytes;

        /// <summary>A text entry.</summary>
        /// <param name="key">Letters, digits, <c>-</c>, <c>_</c> and <c>.</c>; made lower case.</param>
        /// <param name="value">ASCII text.</param>
        public Entry(string key, string value)
        {
            Key = Normalize(key);
            if (IsBinary)
            {
                throw new ArgumentException("The value of a key that ends in -bin is bytes.", nameof(key));
            }

            _value = value ?? throw new ArgumentNullException(nameof(value));
        }

        /// <summary>A binary entry.</summary>
        /// <param name="key">A key that ends in <c>-bin</c>; made lower case.</param>
        /// <param name="valueBytes">The bytes, copied.</param>
        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalize(key);
            if (!IsBinary)
            {
                throw new ArgumentException("The key of a binary value ends in -bin.", nameof(key));
            }

            _bytes = (byte[])valueBytes.Clone();
        }

        /// <summary>The key in lower case.</summary>
        public string Key { get; }

        /// <summary>True when the value is bytes.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The text; fails for a binary entry.</summary>
        public string Value => _value ?? throw new InvalidOperationException("The entry is binary.");

        /// <summary>The bytes; for a text entry its ASCII bytes.</summary>
        public byte[] ValueBytes => (byte[]?)_bytes?.Clone() ?? Encoding.ASCII.GetBytes(Value);

        internal ReadOnlySpan<byte> BytesSpan => _bytes;

        /// <inheritdoc/>
        public override string ToString() => IsBinary ? $"[Entry: key={Key}, {_bytes!.Length} bytes]" : $"[Entry: key={Key}, value={_value}]";

        private static string Normalize(string key)
        {
            ArgumentException.ThrowIfNullOrEmpty(key);
            foreach (var character in key)
            {
                if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.'))
                {
                    throw new ArgumentException("A metadata key has letters, digits, '-', '_' and '.' only.", nameof(key));
                }
            }

            return key.ToLowerInvariant();
        }
    }
}
