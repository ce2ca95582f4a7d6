using Cnaim.Messaging;

namespace Cnaim.FamilyReunification.Dossiers;

/// <summary>What the endpoints of dossiers work with.</summary>
internal sealed record DossierServices(DossierStore Dossiers, OfficeTransaction Transaction, TimeProvider Clock);
