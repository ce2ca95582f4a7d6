using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cnaim.Messaging;
using Cnaim.Screening.Consents;
using Cnaim.Screening.People;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Dapper;

namespace Cnaim.Screening.Disclosures;

/// <summary>
/// A disclosure that rests on a law instead of the person's word. It is kept as a consent "given by law", so that the person finds it among the consents with the
/// law that was cited, and fetching and expiry follow one path. Commits, also a refusal: its audit entry is a denied disclosure.
/// </summary>
internal sealed class DiscloseByLaw(StatutoryGrounds grounds, PeopleStore people, ConsentStore consents, OfficeTransaction transaction, TimeProvider clock)
{
    public async Task<Decision<DisclosurePermit>> RunAsync(DisclosureQuestion question, bool isStatusBlind, string[] issues, Actor actor, CancellationToken cancellationToken)
    {
        if (grounds.Find(question.StatutoryGround!) is not { } ground || !ground.Covers(question, actor.Office, clock.Today()))
        {
            return ScreeningRefusals.GroundUnfit;
        }

        string[] categories = [.. DisclosureRules.CategoriesFor(question.Categories, isStatusBlind).Intersect(ground.Categories, StringComparer.Ordinal)];
        var person = await people.FindForDisclosureAsync(question.PersonRef, actor, cancellationToken);
        if (person is null || categories.Length is 0 || (ground.MinorsOnly && !ConsentAge.IsMinor(person.BornFirst, clock.Today())))
        {
            Audit("disclosure.denied", question.ReferralId ?? Guid.Empty, question, ground, actor);
            await transaction.CommitAsync(cancellationToken);
            return ScreeningRefusals.ConsentMissing;
        }

        if (await PermitAsync(question, ground, person.PersonId, categories, issues, actor, cancellationToken) is not { } permit)
        {
            return ScreeningRefusals.ConsentMissing; // the referral is another person's
        }

        Audit("disclosure.permitted", permit.DisclosureId, question, ground, actor);
        await transaction.CommitAsync(cancellationToken);
        return permit;
    }

    private async Task<DisclosurePermit?> PermitAsync(
        DisclosureQuestion question, StatutoryGround ground, Guid personId, string[] categories, string[] issues, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var consent = ToConsent(question, personId, ground, categories, now);
        await consents.InsertAsync(consent, personId, actor, cancellationToken);
        var parameters = new DynamicParameters(question);
        parameters.AddDynamicParams(new
        {
            disclosureId = Guid.CreateVersion7(now),
            personId,
            consent.ConsentId,
            senderOffice = actor.Office,
            senderCentre = actor.Centre,
            permitted = categories,
            permittedIssues = issues,
            now,
            expiresAt = consent.ValidTo,
        });
        var row = await transaction.Connection.QuerySingleOrDefaultAsync<DisclosurePermit>(transaction.Command(DisclosureSql.PermitByLaw, parameters, cancellationToken));
        return row is null ? null : row with { LegalBasis = ground.LegalBasis, Issues = issues };
    }

    private static ConsentRow ToConsent(DisclosureQuestion question, Guid personId, StatutoryGround ground, string[] categories, DateTimeOffset now) => new()
    {
        ConsentId = question.ReferralId is { } referral ? IdOf(referral, personId, ground.Code, question.ReceiverOffice) : Guid.CreateVersion7(now),
        PersonRef = question.PersonRef,
        Recipients = [question.ReceiverOffice],
        Purposes = [question.Purpose],
        Categories = categories,
        GivenBy = ConsentTerms.Law,
        StatutoryGround = ground.Code,
        LegalBasis = ground.LegalBasis,
        ValidFrom = now,
        ValidTo = now.AddDays(ground.Days),
        Language = "por",
        Evidence = ConsentTerms.Law,
        TextVersion = ground.ValidFrom.ToString("O", CultureInfo.InvariantCulture),
        Status = "active",
        IsOwn = true,
    };

    /// <summary>Asking again for the same referral renews the same permit.</summary>
    private static Guid IdOf(Guid referral, Guid personId, string ground, string receiver) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{referral}|{personId}|{ground}|{receiver}")).AsSpan(0, 16));

    private void Audit(string action, Guid recordId, DisclosureQuestion question, StatutoryGround ground, Actor actor) => transaction.Audit(new AuditEntry
    {
        Action = action,
        RecordKind = "disclosure",
        RecordId = recordId.ToString(),
        Actor = actor,
        Purpose = question.Purpose,
        Detail = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["receiver"] = question.ReceiverOffice,
            ["receiverCentre"] = question.ReceiverCentre,
            ["request"] = question.Request,
            ["referral"] = question.ReferralId?.ToString(),
            ["person"] = OfficeKeys.ForAudit(question.PersonRef),
            ["statutoryGround"] = ground.Code,
        },
    });
}
