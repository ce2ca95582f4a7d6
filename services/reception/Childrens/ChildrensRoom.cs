namespace Cnaim.Reception.Childrens;

/// <summary>The room; after closing when the centre has closed and children are still here.</summary>
internal sealed record ChildrensRoom(int Capacity, int Free, bool AfterClosing, IReadOnlyList<ChildrensVisitResource> Visits);
