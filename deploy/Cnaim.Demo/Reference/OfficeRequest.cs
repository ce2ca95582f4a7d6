namespace Cnaim.Demo.Reference;

/// <summary>Something an office does, with what usually comes out of it.</summary>
internal sealed record OfficeRequest(string Code, string Office, bool IsStatusBlind, IReadOnlyList<string> Outcomes, IReadOnlyList<string> Issues);
