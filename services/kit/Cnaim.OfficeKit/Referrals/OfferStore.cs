using Cnaim.Contracts;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Storage;
using Dapper;
using Npgsql;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Offers of open referrals, on both sides; writes are collected.</summary>
internal sealed class OfferStore(OfficeTransaction transaction, NpgsqlDataSource dataSource)
{
    /// <summary>The candidates of a referral whose row is locked, first claimant first.</summary>
    public async Task<IReadOnlyList<SentOffer>> ReadSentAsync(Guid referralId, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<SentOffer>(
            transaction.Command(OfferSql.ReadSent, new { referralId }, cancellationToken))];
    }

    /// <summary>Ends the offers that are still open.</summary>
    /// <returns>The offices to tell.</returns>
    public async Task<IReadOnlyList<string>> WithdrawOpenAsync(Guid referralId, CancellationToken cancellationToken)
    {
        var open = (await ReadSentAsync(referralId, cancellationToken)).Where(offer => offer.IsOpen).ToList();
        open.ForEach(offer => MoveSent(referralId, offer.Candidate, "withdrawn"));
        return [.. open.Select(offer => offer.Office)];
    }

    public async Task<ReceivedOffer?> LockReceivedAsync(Guid referralId, string centre, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<ReceivedOffer>(
            transaction.Command(OfferSql.LockReceived, new { referralId, centre }, cancellationToken));
    }

    public async Task<IReadOnlyList<ReceivedOffer>> ListReceivedAsync(string centre, ReferralFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var parameters = new { centre, filter.After, filter.Statuses, limit = filter.Limit + 1 };
        return [.. await connection.QueryAsync<ReceivedOffer>(new CommandDefinition(OfferSql.ListReceived, parameters, cancellationToken: cancellationToken))];
    }

    public void AddSent(Guid referralId, Party candidate) => transaction.Add(
        OfferSql.InsertSent,
        [
            Parameter.Of("referralId", referralId),
            Parameter.Of("office", candidate.Office),
            Parameter.Of("centre", candidate.Centre),
        ]);

    public void MoveSent(Guid referralId, Party candidate, string state, DateTimeOffset? claimedAt = null) => transaction.Add(
        OfferSql.MoveSent,
        [
            Parameter.Of("referralId", referralId),
            Parameter.Of("office", candidate.Office),
            Parameter.Of("centre", candidate.Centre),
            Parameter.Of("state", state),
            Parameter.Of("claimedAt", claimedAt),
        ]);

    public void AddReceived(ReceivedOffer offer) => transaction.Add(
        OfferSql.InsertReceived,
        [
            Parameter.Of("referralId", offer.ReferralId),
            Parameter.Of("centre", offer.Centre),
            Parameter.Of("senderOffice", offer.SenderOffice),
            Parameter.Of("senderCentre", offer.SenderCentre),
            Parameter.Of("request", offer.Request),
            Parameter.Of("area", offer.Area),
            Parameter.Of("priority", offer.Priority),
            Parameter.Of("language", offer.Language),
            Parameter.Of("offeredAt", offer.OfferedAt),
            Parameter.Of("expiresAt", offer.ExpiresAt),
        ]);

    public void ClaimReceived(Guid referralId, string centre) =>
        transaction.Add(OfferSql.Claim, Parameter.Of("referralId", referralId), Parameter.Of("centre", centre));

    public void TakeReceived(Guid referralId, string centre) =>
        transaction.Add(OfferSql.Take, Parameter.Of("referralId", referralId), Parameter.Of("centre", centre));

    public void WithdrawReceived(Guid referralId, string senderOffice, string reason) => transaction.Add(
        OfferSql.Withdraw,
        [
            Parameter.Of("referralId", referralId),
            Parameter.Of("senderOffice", senderOffice),
            Parameter.Of("reason", reason),
        ]);
}
