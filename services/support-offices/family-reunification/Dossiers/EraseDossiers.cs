using Cnaim.Contracts;
using Cnaim.Messaging;
using Cnaim.OfficeKit;
using Dapper;

namespace Cnaim.FamilyReunification.Dossiers;

/// <summary>The person's own dossiers go; in a relative's dossier they stay as somebody whose name nobody knows.</summary>
internal sealed class EraseDossiers(OfficeTransaction transaction) : IErasePersonData
{
    public async Task<IReadOnlyList<ErasedCount>> EraseAsync(ErasureTarget target, CancellationToken cancellationToken)
    {
        var dossiers = await transaction.Connection.ExecuteAsync(
            transaction.Command(DossierSql.Erase, new { cases = target.Cases.ToArray() }, cancellationToken));
        var relatives = await transaction.Connection.ExecuteAsync(
            transaction.Command(DossierSql.EraseRelative, new { references = target.References.ToArray() }, cancellationToken));
        return [new ErasedCount { Category = "family-dossiers", Erased = dossiers, Kept = 0 }, new ErasedCount { Category = "family-relatives", Erased = relatives, Kept = 0 }];
    }
}
