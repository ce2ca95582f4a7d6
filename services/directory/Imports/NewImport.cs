namespace Cnaim.Directory.Imports;

/// <summary>A file as it was sent.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Content">The table.</param>
/// <param name="IsDryRun">Whether it is only looked at.</param>
/// <param name="OnlyCentre">The centre of a caller who writes no other.</param>
/// <param name="RequestKey">The digest of the request's key.</param>
internal sealed record NewImport(string Kind, string Content, bool IsDryRun, string? OnlyCentre, string RequestKey);
