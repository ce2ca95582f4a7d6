namespace Cnaim.Cli.Testing;

/// <summary>A test project.</summary>
internal sealed record TestProject(string Name, string Path);
