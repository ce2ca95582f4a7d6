namespace Cnaim.Directory.Hsds;

/// <summary>A resource as it is stored.</summary>
internal sealed record HsdsRow(string Kind, string Id, int Position, string SearchText, string[] Related, string Document, string Nested);
