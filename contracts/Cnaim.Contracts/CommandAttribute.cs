namespace Cnaim.Contracts;

/// <summary>Marks a record as a command: a message for the queue of exactly one service.</summary>
/// <param name="name">The wire name in kebab-case, for example <c>request-referral</c>; it never changes once released.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CommandAttribute(string name) : Attribute
{
    /// <summary>The wire name in kebab-case; the CloudEvents <c>type</c> is <c>pt.cnaim.command.{Name}.v{Major}</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The major schema version; default 1. A breaking change is a new type with the next number.</summary>
    public int Major { get; init; } = 1;
}
