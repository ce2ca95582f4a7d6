using Cnaim.Messaging;
using Cnaim.OfficeKit.Hosting;
using Cnaim.OfficeKit.Screening;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Creates a referral: with a permit it goes out at once, in one round trip; while screening is silent it waits as a draft.</summary>
internal static class SendReferral
{
    public static async Task<Results<CreatedAtRoute<ReferralResource>, ProblemHttpResult>> Handle(
        NewReferral body, Actor actor, HttpResponse response, [AsParameters] SendServices services, CancellationToken cancellationToken)
    {
        var errors = Check(body, actor, services);
        if (errors.Any)
        {
            return ReferralRefusals.Invalid(errors.ToDictionary()).ToProblem();
        }

        var draft = NewReferralRules.Draft(body, actor, services.Clock.GetUtcNow());
        var links = await services.Links.CheckAsync(draft, services.Records.Of(actor), cancellationToken);
        if (links.Any)
        {
            return ReferralRefusals.Invalid(links.ToDictionary()).ToProblem();
        }

        var answer = draft.Receiver is null ? DisclosureAnswer.Silent : await services.Disclosures.DecideAsync(Question(draft), cancellationToken);
        if (answer is { IsSilent: false, Permit: null })
        {
            return ReferralRefusals.ConsentMissing.ToProblem();
        }

        var referral = answer.Permit is null
            ? Keep(draft, actor, body.Note, services)
            : await services.Requests.CollectAsync(draft with { Version = 0 }, answer.Permit, actor, body.Note, cancellationToken);
        services.Sent.Add(referral);
        services.Records.NameOwn(referral.ReferralId, actor);
        if (answer.Permit is null)
        {
            services.Drafts.Add(referral.ReferralId);
        }

        var resource = ReferralResources.Of(referral, services.Office.Code, services.Clock.GetUtcNow());
        response.SetEntityVersion(referral.Version);
        var result = TypedResults.CreatedAtRoute(resource, "Referrals_Get", new { id = referral.ReferralId });
        await services.Transaction.CommitAsync(result, cancellationToken);
        if (answer.Permit is null)
        {
            services.Signal.Set();
        }

        return result;
    }

    private static Errors Check(NewReferral body, Actor actor, SendServices services)
    {
        var errors = NewReferralRules.Check(body, actor, services.Directory.Current, services.Offices);
        errors.Require(services.Magic.IsArea(body.Open?.Area), "open.area", "There is no such municipality.");
        errors.Require(services.Magic.IsAgent(body.Receiver?.Agent), "receiver.agent", "Nobody is asked by name; leave it out.");
        return errors;
    }

    /// <summary>What screening is asked about a draft with a receiver.</summary>
    public static DisclosureQuestion Question(SentReferral draft) => new()
    {
        ReferralId = draft.ReferralId,
        PersonRef = draft.PersonRef,
        Receiver = draft.Receiver ?? throw new InvalidOperationException("An open referral needs a claim first."),
        Request = draft.Request,
        Issues = draft.Issues,
        Categories = draft.Categories,
        StatutoryGround = draft.StatutoryGround,
    };

    private static SentReferral Keep(SentReferral draft, Actor actor, string? note, SendServices services)
    {
        var kept = draft with { HeldBack = draft.HeldBack ?? HeldBackReason.ScreeningSilent };
        services.Timeline.Add(kept, "created", actor.Subject, note);
        services.Transaction.Audit(new AuditEntry
        {
            Action = "referral.drafted",
            RecordKind = "referral",
            RecordId = kept.ReferralId.ToString(),
            Actor = actor,
        });
        return kept;
    }
}
