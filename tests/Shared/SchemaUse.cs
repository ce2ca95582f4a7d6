namespace Cnaim.Testing;

/// <summary>What callers do with the values of a schema.</summary>
[Flags]
internal enum SchemaUse
{
    /// <summary>Nothing refers to it.</summary>
    None = 0,

    /// <summary>They send them.</summary>
    Sent = 1,

    /// <summary>They read them.</summary>
    Read = 2,
}
