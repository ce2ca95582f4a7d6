using System.Globalization;
using Cnaim.Messaging;
using Cnaim.Screening.V1;
using Cnaim.ServiceDefaults.Rights;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Cnaim.Screening.Consents;

/// <summary>Consents over gRPC; the same operations as the HTTP API.</summary>
internal sealed class ConsentsGrpc(GrantConsent grant, WithdrawConsent withdraw, ListConsents list, OfficeTransaction transaction) : V1.Consents.ConsentsBase
{
    [Right(Right.ConsentsChange)]
    public override async Task<Consent> Grant(GrantConsentRequest request, ServerCallContext context)
    {
        var decision = await grant.RunAsync(ToInput(request.Consent ?? new Consent()), context.Actor(), context.CancellationToken);
        return ToMessage(await decision.AcceptAsync(transaction, context.CancellationToken));
    }

    [Right(Right.ConsentsChange)]
    public override async Task<Consent> Withdraw(WithdrawConsentRequest request, ServerCallContext context)
    {
        var id = request.ConsentId.ToId(ScreeningRefusals.ConsentNotFound);
        var decision = await withdraw.RunAsync(id, [], context.Actor(), context.CancellationToken);
        if (decision.IsAccepted)
        {
            await decision.Event.EnqueueAsync(transaction, context.CancellationToken);
        }

        return ToMessage((await decision.AcceptAsync(transaction, context.CancellationToken)).Consent);
    }

    [Right(Right.ConsentsRead)]
    public override async Task<ListConsentsResponse> List(GetPersonRequest request, ServerCallContext context)
    {
        var decision = await list.RunAsync(request.PersonRef, context.Actor(), context.CancellationToken);
        var response = new ListConsentsResponse();
        response.Consents.Add((await decision.AcceptAsync(transaction, context.CancellationToken)).Items.Select(ToMessage));
        return response;
    }

    public static Consent ToMessage(ConsentView view)
    {
        var message = new Consent
        {
            Id = view.Id.ToString(),
            PersonRef = view.PersonId,
            GivenBy = view.GivenBy,
            GuardianRelation = view.GuardianRelation ?? "",
            LegalBasis = view.LegalBasis ?? "",
            ValidFrom = Timestamp.FromDateTimeOffset(view.ValidFrom),
            ValidTo = Timestamp.FromDateTimeOffset(view.ValidTo),
            Language = view.Language,
            Evidence = view.Evidence,
            Status = view.Status,
            TextVersion = view.TextVersion,
            Decision = view.Decision,
            Interpreter = view.Interpreter ?? "",
        };
        message.Recipients.Add(view.Recipients);
        message.Purposes.Add(view.Purposes);
        message.Categories.Add(view.Categories);
        return message;
    }

    private static ConsentInput ToInput(Consent consent) => new()
    {
        PersonId = consent.PersonRef,
        Recipients = [.. consent.Recipients],
        Purposes = [.. consent.Purposes],
        Categories = [.. consent.Categories],
        Decision = consent.Decision is "" ? null : consent.Decision,
        GivenBy = consent.GivenBy is "" ? null : consent.GivenBy,
        GuardianRelation = consent.GuardianRelation is "" ? null : consent.GuardianRelation,
        Status = consent.Status is "" ? null : consent.Status,
        ValidFrom = consent.ValidFrom is null ? null : Text(consent.ValidFrom),
        ValidTo = consent.ValidTo is null ? "" : Text(consent.ValidTo),
        Language = consent.Language,
        Interpreter = consent.Interpreter is "" ? null : consent.Interpreter,
        Evidence = consent.Evidence,
        TextVersion = consent.TextVersion is "" ? null : consent.TextVersion,
    };

    private static string Text(Timestamp time) => time.ToDateTimeOffset().ToString("O", CultureInfo.InvariantCulture);
}
