using Cnaim.Messaging;
using Dapper;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Appointments without a case that are long over; those of a case go with it.</summary>
internal sealed class RetainAppointments(OfficeTransaction transaction, EraseMessages messages) : IRetainRecords
{
    public string Category => "appointments";

    public async Task<RetentionCount> CountAsync(DateTimeOffset endedBefore, CancellationToken cancellationToken) =>
        new(await transaction.Connection.ExecuteScalarAsync<long>(transaction.Command(AppointmentSql.CountOver, new { endedBefore }, cancellationToken)), KeptByLaw: 0);

    public async Task<int> EraseAsync(Guid runId, DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken)
    {
        var ids = (await transaction.Connection.QueryAsync<Guid>(transaction.Command(AppointmentSql.ForgetOver, new { endedBefore, limit }, cancellationToken))).AsList();
        await transaction.Connection.ExecuteAsync(transaction.Command(WishSql.ForgetOld, new { endedBefore }, cancellationToken));
        if (ids.Count > 0)
        {
            await messages.RunAsync(
                new ErasureScope { OrderId = runId, References = [], Streams = ids, Records = [.. ids.Select(id => (RecordAppointment.Kind, id.ToString()))] }, cancellationToken);
        }

        return ids.Count;
    }
}
