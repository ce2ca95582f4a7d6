using System.Text;

namespace Grpc.Core;

/// <summary>One property of an authenticated peer, for example a name in its certificate.</summary>
public class AuthProperty
{
    private readonly byte[] _value;

    private AuthProperty(string name, byte[] value)
    {
        Name = name;
        _value = value;
    }

    /// <summary>The property's name.</summary>
    public string Name { get; }

    /// <summary>The value as UTF-8 text.</summary>
    public string Value => Encoding.UTF8.GetString(_value);

    /// <summary>The value's bytes.</summary>
    public byte[] ValueBytes => (byte[])_value.Clone();

    /// <summary>A property.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="valueBytes">Its bytes, copied.</param>
    public static AuthProperty Create(string name, byte[] valueBytes)
    {
        ArgumentNullException.ThrowIfNull(valueBytes);
        return new AuthProperty(name, (byte[])valueBytes.Clone());
    }
}
