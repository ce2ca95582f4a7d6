namespace Cnaim.Data.Protection;

/// <summary>An encrypted column, so that its values are written again after the key was rotated.</summary>
/// <param name="Table">The table, for example <c>interview</c>; a constant of the code.</param>
/// <param name="Key">An expression that names a row as text, for example <c>interview_id::text</c>; the context of the value comes from it.</param>
/// <param name="Column">The column, <c>bytea</c>.</param>
/// <param name="ContextOf">The context that the value was encrypted for, by the row's key.</param>
public sealed record ProtectedField(string Table, string Key, string Column, Func<string, Guid> ContextOf);
