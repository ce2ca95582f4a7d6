namespace Cnaim.Reception.Childrens;

internal sealed record PickUp(string Code);
