namespace Cnaim.Data.Protection;

/// <summary>An encrypted column, so that its values are written again after the key was rotated.</summary>
/// <param name="Name">What the log calls it, for example <c>interview.answers</c>.</param>
/// <param name="Stale">Reads up to 200 rows in the order of their place that lie behind <c>@after</c> and do not start with <c>@header</c>: <c>place</c> (ctid as text), <c>key</c> (text) and <c>stored</c>.</param>
/// <param name="Replace">Writes <c>@fresh</c> at <c>@place</c> while the value there is still <c>@stored</c>.</param>
/// <param name="ContextOf">The context that the value was encrypted for, by the row's key.</param>
public sealed record ProtectedField(string Name, string Stale, string Replace, Func<string, Guid> ContextOf);
