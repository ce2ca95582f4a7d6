namespace Cnaim.Reception.Childrens;

/// <summary>Taken in, with the code that is shown once.</summary>
internal sealed record CheckedIn(ChildrensVisitResource Visit, string PickUpCode);
