namespace Cnaim.Contracts.Tests;

/// <summary>A message of the contracts assembly, read by reflection.</summary>
/// <param name="Type">The record.</param>
/// <param name="Name">Kebab-case name of a command, or the CloudEvents type of an event.</param>
/// <param name="Major">The major schema version.</param>
/// <param name="IsCommand">False for an event.</param>
internal sealed record ContractMessage(Type Type, string Name, int Major, bool IsCommand)
{
    /// <summary>The CloudEvents type on the wire.</summary>
    public string WireType => IsCommand ? $"pt.cnaim.command.{Name}.v{Major}" : Name;

    /// <summary>Name of the schema file, without extension.</summary>
    public string SchemaName => IsCommand ? $"{Name}.v{Major}" : Name["pt.cnaim.".Length..];

    public override string ToString() => Type.Name;
}
