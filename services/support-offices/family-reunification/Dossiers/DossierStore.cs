using Cnaim.Messaging;
using Cnaim.OfficeKit.Cases;
using Dapper;

namespace Cnaim.FamilyReunification.Dossiers;

internal sealed class DossierStore(OfficeTransaction transaction)
{
    /// <summary>Locks the case and tells whether it is open; null when it is not of this centre.</summary>
    public async Task<bool?> CaseIsOpenAsync(Guid caseId, string centre, CancellationToken cancellationToken)
    {
        await transaction.LockCaseAsync(caseId, cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<bool?>(transaction.Command(DossierSql.CaseIsOpen, new { caseId, centre }, cancellationToken));
    }

    public async Task<Dossier> LoadAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var dossier = await transaction.Connection.QuerySingleOrDefaultAsync<Dossier>(transaction.Command(DossierSql.Load, new { caseId }, cancellationToken));
        var relatives = await transaction.Connection.QueryAsync<Relative>(transaction.Command(DossierSql.LoadRelatives, new { caseId }, cancellationToken));
        return (dossier ?? new Dossier()) with { Relatives = [.. relatives] };
    }

    public async Task SaveAsync(Guid caseId, Dossier dossier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = new { caseId, dossier.MonthlyIncome, dossier.LodgingProved, dossier.LodgingPersons, now };
        await transaction.Connection.ExecuteAsync(transaction.Command(DossierSql.Save, row, cancellationToken));
        await transaction.Connection.ExecuteAsync(transaction.Command(DossierSql.DeleteRelatives, new { caseId }, cancellationToken));
        var relatives = dossier.Relatives.Select((relative, index) => new { caseId, number = index + 1, relative.PersonId, relative.IsAdult, relative.AlreadyInHousehold }).ToList();
        await transaction.Connection.ExecuteAsync(transaction.Command(DossierSql.InsertRelative, relatives, cancellationToken));
    }
}
