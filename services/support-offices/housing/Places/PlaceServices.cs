using Cnaim.Messaging;

namespace Cnaim.Housing.Places;

internal sealed record PlaceServices(PlaceStore Places, FreeBeds Beds, OfficeTransaction Transaction, TimeProvider Clock);
