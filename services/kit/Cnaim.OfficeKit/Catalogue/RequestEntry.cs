namespace Cnaim.OfficeKit.Catalogue;

/// <summary>A request of the service catalogue (<c>deploy/data/rules/offices.json</c>).</summary>
/// <param name="Code"><c>office.request</c>.</param>
/// <param name="Office">The office that solves it.</param>
/// <param name="StatusBlind">True when it must be served without asking for the residence status.</param>
/// <param name="Outcomes">The result items it can end with.</param>
internal sealed record RequestEntry(string Code, string Office, bool StatusBlind, IReadOnlyList<string> Outcomes);
