namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>A desk and the subject of who sits at it.</summary>
internal sealed record HeldDesk(string Id, string HeldBy);

/// <summary>All of a centre.</summary>
internal sealed record HeldDeskList(IReadOnlyList<HeldDesk> Items);

/// <summary>What a colleague is called.</summary>
internal sealed record StaffName(string Subject, string Name);

/// <summary>Those of whom the caller may know it.</summary>
internal sealed record StaffNameList(IReadOnlyList<StaffName> Items);
