namespace Cnaim.OfficeKit.Hosting;

/// <summary>The office in its own API.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Name">The name by language.</param>
/// <param name="Kind"><c>agency</c>, <c>support-office</c> or <c>reception</c>.</param>
/// <param name="Requests">The request codes it solves.</param>
internal sealed record OfficeResource(string Code, IReadOnlyDictionary<string, string> Name, string Kind, IReadOnlyList<string> Requests);
