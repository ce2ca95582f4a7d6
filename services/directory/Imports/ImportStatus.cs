using System.Text.Json;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Directory.Imports;

/// <summary>How far a file has got.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DryRun">Whether it is only looked at.</param>
/// <param name="State"><c>waiting</c>, <c>reading</c>, <c>done</c> or <c>refused</c>: then nothing was written.</param>
/// <param name="Rows">Rows of the file, without its head; 0 before it is read.</param>
/// <param name="Done">Rows that are through.</param>
/// <param name="Errors">What is wrong, at most 100 of them.</param>
internal sealed record ImportStatus(Guid Id, bool DryRun, string State, int Rows, int Done, IReadOnlyList<ImportError> Errors);

/// <summary>Something that is wrong with a file.</summary>
/// <param name="Line">The line of the file, from 1; the item of a JSON list is the line of the same table.</param>
/// <param name="Column">The column by its name; null where it is the whole row.</param>
/// <param name="Error">What is wrong.</param>
internal sealed record ImportError(int Line, string? Column, string Error);

/// <summary>A row of <c>import</c>.</summary>
internal sealed record ImportRow
{
    public Guid ImportId { get; init; }

    public string Kind { get; init; } = "";

    public bool IsDryRun { get; init; }

    public string? Content { get; init; }

    public string? OnlyCentre { get; init; }

    public string Subject { get; init; } = "";

    public string Office { get; init; } = "";

    public string Centre { get; init; } = "";

    public string Role { get; init; } = "";

    public string State { get; init; } = "";

    public int RowsTotal { get; init; }

    public int RowsDone { get; init; }

    public string Errors { get; init; } = "[]";

    public Actor Actor => new(Subject, Office, Centre, Role);

    public ImportStatus ToStatus() => new(ImportId, IsDryRun, State, RowsTotal, RowsDone, JsonSerializer.Deserialize<List<ImportError>>(Errors, JsonSerializerOptions.Web)!);
}
