using Cnaim.Messaging;
using Cnaim.Screening.Disclosures;
using Cnaim.Screening.Emergencies;
using Cnaim.Screening.Erasures;
using Cnaim.ServiceDefaults.Authentication;
using Dapper;

namespace Cnaim.Screening.DataProtection;

/// <summary>What went past its time: computed when it is read, so that nothing polls. The caller commits.</summary>
internal sealed class DataProtectionLists(EmergencyStore emergencies, OfficeTransaction transaction, TimeProvider clock)
{
    private const int Size = 100;

    /// <summary>How long a receiver has to confirm that withdrawn or erased data is gone.</summary>
    public static readonly TimeSpan ConfirmWithin = TimeSpan.FromHours(72);

    public async Task<UnconfirmedPage> WithdrawalsAsync(Guid? after, Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var parameters = new { after, before = clock.GetUtcNow() - ConfirmWithin, limit = Size + 1 };
        var rows = (await transaction.Connection.QueryAsync<UnconfirmedWithdrawal>(transaction.Command(DisclosureSql.Unconfirmed, parameters, cancellationToken))).AsList();
        Audit("withdrawals.listed", actor);
        return new UnconfirmedPage([.. rows.Take(Size)], rows.Count > Size ? rows[Size - 1].DisclosureId : null);
    }

    public async Task<ReportedPage> EmergenciesAsync(Guid? after, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await emergencies.ReportedAsync(after, Size + 1, cancellationToken);
        Audit("emergencies.listed", actor);
        return new ReportedPage([.. rows.Take(Size).Select(ReportedEmergency.Of)], rows.Count > Size ? rows[Size - 1].EmergencyAccessId : null);
    }

    /// <summary>The oldest first; a page is enough, because what is called about leaves it.</summary>
    public async Task<SilentOffices> ErasuresAsync(Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var parameters = new { before = clock.GetUtcNow() - ConfirmWithin, limit = Size };
        var rows = (await transaction.Connection.QueryAsync<SilentOffice>(transaction.Command(ErasureSql.Silent, parameters, cancellationToken))).AsList();
        Audit("erasures.listed", actor);
        return new SilentOffices(rows);
    }

    private void Audit(string action, Actor actor) =>
        transaction.Audit(new AuditEntry { Action = action, RecordKind = "data-protection", RecordId = "list", Actor = actor });
}

internal sealed record SilentOffices(IReadOnlyList<SilentOffice> Items);

/// <summary>An office that was told to erase and has not answered.</summary>
internal sealed record SilentOffice
{
    public required Guid ErasureId { get; init; }

    public required string Office { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }
}

internal sealed record UnconfirmedPage(IReadOnlyList<UnconfirmedWithdrawal> Items, Guid? Next);

/// <summary>A receiver that was told to purge or freeze and has not answered.</summary>
internal sealed record UnconfirmedWithdrawal
{
    public required Guid DisclosureId { get; init; }

    public Guid? ReferralId { get; init; }

    public required string ReceiverOffice { get; init; }

    public required string ReceiverCentre { get; init; }

    public required string[] Categories { get; init; }

    public required DateTimeOffset WithdrawnAt { get; init; }
}

internal sealed record ReportedPage(IReadOnlyList<ReportedEmergency> Items, Guid? Next);

/// <summary>An emergency access to look into; the free text stays with the centre.</summary>
internal sealed record ReportedEmergency
{
    public required Guid Id { get; init; }

    public required string Office { get; init; }

    public required string Centre { get; init; }

    public required string OpenedBy { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }

    /// <summary>not-justified, or null where nobody looked in time.</summary>
    public string? Verdict { get; init; }

    public static ReportedEmergency Of(EmergencyRow row) => new()
    {
        Id = row.EmergencyAccessId,
        Office = row.Office,
        Centre = row.Centre,
        OpenedBy = row.Subject,
        Reason = row.Reason,
        GrantedAt = row.GrantedAt,
        Verdict = row.Verdict,
    };
}
