using System.Reflection;

namespace Cnaim.Data;

/// <summary>An assembly whose embedded <c>Schema/NNNN_name.sql</c> files are applied at start-up; register one as a singleton per assembly.</summary>
/// <param name="Assembly">The assembly that embeds the files. Numbers are unique over all sources of a service: 0001-0999 kit, 1001 and up office.</param>
public sealed record MigrationSource(Assembly Assembly);
