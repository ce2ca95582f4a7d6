namespace Cnaim.Contracts;

/// <summary>Marks a record as a thin event, published for every service that the topology allows to listen.</summary>
/// <param name="type">The CloudEvents <c>type</c> and routing key, <c>pt.cnaim.{thing}.{past-verb}.v{major}</c>; it never changes once released.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventAttribute(string type) : Attribute
{
    /// <summary>The CloudEvents <c>type</c>, which is also the routing key on <c>cnaim.events</c>.</summary>
    public string Type { get; } = type;

    /// <summary>The major schema version at the end of <see cref="Type"/>; default 1.</summary>
    public int Major { get; init; } = 1;
}
