using Cnaim.Contracts;
using Cnaim.Messaging;
using Dapper;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Forgets whom appointments were for; what lies ahead is cancelled. Those of a case that a law keeps stay.</summary>
internal sealed class EraseAppointments(OfficeTransaction transaction) : IErasePersonData
{
    public async Task<IReadOnlyList<ErasedCount>> EraseAsync(ErasureTarget target, CancellationToken cancellationToken)
    {
        var parameters = new { references = target.References.ToArray(), cases = target.Cases.ToArray() };
        var kept = await transaction.Connection.ExecuteScalarAsync<long>(transaction.Command(AppointmentSql.CountKept, parameters, cancellationToken));
        var erased = await transaction.Connection.ExecuteAsync(transaction.Command(AppointmentSql.Erase, parameters, cancellationToken));
        erased += await transaction.Connection.ExecuteAsync(transaction.Command(WishSql.Erase, parameters, cancellationToken));
        return [new ErasedCount { Category = "appointments", Erased = erased, Kept = kept }];
    }
}
