namespace Cnaim.Directory.Imports;

/// <summary>What a file holds, and how it is read, looked at and written.</summary>
internal interface IImportKind
{
    /// <summary>The code in <c>import.kind</c>; in an audit entry with <c>.imported</c> behind it.</summary>
    string Code { get; }

    /// <summary>Takes a file to its end: every row is looked at before one is written, and all are written or none.</summary>
    Task RunAsync(ImportRow import, CancellationToken cancellationToken);
}
