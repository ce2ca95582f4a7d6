using Cnaim.Contracts.Codes;
using Cnaim.Messaging;
using Cnaim.Screening.V1;
using Cnaim.ServiceDefaults.Rights;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Cnaim.Screening.Disclosures;

/// <summary>Decisions on disclosure. A denial is an answer; a question that cannot be read is an error.</summary>
internal sealed class DisclosuresGrpc(DecideDisclosure decide, FetchDisclosure fetch, ConfirmDisclosure confirm, OfficeTransaction transaction, TimeProvider clock)
    : V1.Disclosures.DisclosuresBase
{
    [Right(Right.DisclosuresUse)]
    public override async Task<DecideResponse> Decide(DecideRequest request, ServerCallContext context)
    {
        var decision = await decide.RunAsync(ToQuestion(request), context.Actor(), context.CancellationToken);
        if (decision.IsAccepted)
        {
            return new DecideResponse { Permit = ToMessage(decision.Event) };
        }

        return decision.Refusal == ScreeningRefusals.ConsentMissing || decision.Refusal == ScreeningRefusals.RequestUnknown || decision.Refusal == ScreeningRefusals.GroundUnfit
            ? new DecideResponse { Denial = new Denial { Code = decision.Refusal.Code } }
            : throw decision.Refusal.ToStatus();
    }

    [Right(Right.DisclosuresUse)]
    public override async Task<Snapshot> Fetch(FetchRequest request, ServerCallContext context)
    {
        var id = request.DisclosureId.ToId(ScreeningRefusals.DisclosureNotFound);
        var purpose = request.Purpose is "" ? Purpose.ResolveIssue : request.Purpose;
        var decision = await fetch.RunAsync(id, purpose, context.Actor(), context.CancellationToken);
        return decision.IsAccepted ? ToMessage(decision.Event) : throw decision.Refusal.ToStatus();
    }

    [Right(Right.DisclosuresUse)]
    public override async Task<ConfirmResponse> Confirm(ConfirmRequest request, ServerCallContext context)
    {
        var id = request.DisclosureId.ToId(ScreeningRefusals.DisclosureNotFound);
        var legalBasis = request.LegalBasis is "" ? null : request.LegalBasis;
        var refusal = await confirm.RunAsync(id, context.Actor().Office, request.Result, legalBasis, clock.GetUtcNow(), context.CancellationToken);
        if (refusal is not null)
        {
            throw refusal.ToStatus();
        }

        await transaction.CommitAsync(context.CancellationToken);
        return new ConfirmResponse();
    }

    private static DisclosureQuestion ToQuestion(DecideRequest request) => new()
    {
        PersonRef = request.PersonRef,
        ReceiverOffice = request.ReceiverOffice,
        ReceiverCentre = request.ReceiverCentre,
        Purpose = request.Purpose is "" ? Purpose.ResolveIssue : request.Purpose,
        Categories = [.. request.Categories],
        ReferralId = request.ReferralId is "" ? null : request.ReferralId.ToId(ScreeningRefusals.DisclosureInvalid),
        Request = request.Request,
        Issues = [.. request.Issues],
        StatutoryGround = request.StatutoryGround is "" ? null : request.StatutoryGround,
    };

    private static Permit ToMessage(DisclosurePermit permit)
    {
        var message = new Permit
        {
            DisclosureId = permit.DisclosureId.ToString(),
            ReceiverRef = permit.ReceiverRef,
            ExpiresAt = Timestamp.FromDateTimeOffset(permit.ExpiresAt),
            Language = permit.Language ?? "",
            LegalBasis = permit.LegalBasis ?? "",
        };
        message.Categories.Add(permit.Categories);
        message.Issues.Add(permit.Issues);
        return message;
    }

    private static Snapshot ToMessage(DisclosedSnapshot snapshot)
    {
        var message = new Snapshot { PersonRef = snapshot.PersonRef, TakenAt = Timestamp.FromDateTimeOffset(snapshot.TakenAt), LegalBasis = snapshot.LegalBasis ?? "" };
        if (snapshot.Person is { } row)
        {
            message.Person = new Person
            {
                Ref = snapshot.PersonRef,
                NameInScript = row.NameInScript ?? "",
                KnownAs = row.KnownAs ?? "",
                Birth = row.Birth ?? "",
            };
            message.Person.GivenNames.Add(row.GivenNames);
            message.Person.FamilyNames.Add(row.FamilyNames);
            message.Person.Nationalities.Add(row.Nationalities);
            message.Person.Languages.Add(snapshot.Languages);
        }

        message.Categories.Add(snapshot.Categories);
        message.Answers.Add(snapshot.Answers.Select(answer => GrpcExtensions.ToMessage(answer.Key, answer.Value)));
        return message;
    }
}
