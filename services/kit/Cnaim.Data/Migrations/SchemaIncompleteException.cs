namespace Cnaim.Data.Migrations;

/// <summary>A file is not applied yet, and this service's role may not apply it.</summary>
internal sealed class SchemaIncompleteException(string file) : Exception($"Migration {file} is not applied; run the service once with 'migrate' and the owner's connection string.")
{
    public string File { get; } = file;
}
