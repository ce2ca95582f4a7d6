using System.Globalization;
using Cnaim.Contracts.Codes;
using Cnaim.Screening.V1;
using Cnaim.ServiceDefaults.Authentication;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Cnaim.OfficeKit.Screening;

/// <summary>Disclosures over gRPC. Whatever is not a clear answer is silence: it fails closed.</summary>
internal sealed class ScreeningDisclosures(ScreeningChannel channel, ServiceTokens tokens, TimeProvider clock, IOptions<ScreeningOptions> options) : IDisclosures
{
    // What screening answers about a person or permit that this office may not see; all the same to the caller.
    private static readonly StatusCode[] Refusals = [StatusCode.NotFound, StatusCode.PermissionDenied, StatusCode.InvalidArgument, StatusCode.FailedPrecondition];

    public async Task<DisclosureAnswer> DecideAsync(DisclosureQuestion question, CancellationToken cancellationToken)
    {
        try
        {
            using var call = channel.Disclosures.DecideAsync(RequestOf(question), await OptionsAsync(cancellationToken));
            var answer = await call.ResponseAsync;
            return answer.DecisionCase == DecideResponse.DecisionOneofCase.Permit ? Read(answer.Permit) : DisclosureAnswer.Denied;
        }
        catch (RpcException error)
        {
            return Refusals.Contains(error.StatusCode) ? DisclosureAnswer.Denied : DisclosureAnswer.Silent;
        }
        catch (Exception error) when (IsOutage(error, cancellationToken))
        {
            return DisclosureAnswer.Silent;
        }
    }

    public async Task<SnapshotAnswer> FetchAsync(Guid disclosureId, CancellationToken cancellationToken)
    {
        try
        {
            var request = new FetchRequest { DisclosureId = disclosureId.ToString(), Purpose = Purpose.ResolveIssue };
            using var call = channel.Disclosures.FetchAsync(request, await OptionsAsync(cancellationToken));
            return new SnapshotAnswer(SnapshotReader.Read(await call.ResponseAsync), IsSilent: false);
        }
        catch (RpcException error)
        {
            return new SnapshotAnswer(null, IsSilent: !Refusals.Contains(error.StatusCode));
        }
        catch (Exception error) when (IsOutage(error, cancellationToken))
        {
            return new SnapshotAnswer(null, IsSilent: true);
        }
    }

    private static DecideRequest RequestOf(DisclosureQuestion question) => new()
    {
        PersonRef = question.PersonRef,
        ReceiverOffice = question.Receiver.Office,
        ReceiverCentre = question.Receiver.Centre,
        Purpose = Purpose.ResolveIssue,
        Categories = { question.Categories },
        ReferralId = question.ReferralId.ToString(),
        Request = question.Request,
        Issues = { question.Issues },
        StatutoryGround = question.StatutoryGround ?? "",
    };

    private static DisclosureAnswer Read(Permit permit) => DisclosureAnswer.Permitted(new DisclosurePermit
    {
        DisclosureId = Guid.Parse(permit.DisclosureId, CultureInfo.InvariantCulture),
        ReceiverRef = permit.ReceiverRef,
        Categories = [.. permit.Categories],
        Issues = [.. permit.Issues],
        Language = permit.Language.Length == 0 ? null : permit.Language,
    });

    private static bool IsOutage(Exception error, CancellationToken cancellationToken) =>
        error is HttpRequestException or OperationCanceledException or FormatException && !cancellationToken.IsCancellationRequested;

    private async ValueTask<CallOptions> OptionsAsync(CancellationToken cancellationToken) => new(
        headers: new Metadata { { "authorization", $"Bearer {await tokens.GetAsync("screening", cancellationToken)}" } },
        deadline: clock.GetUtcNow().UtcDateTime + options.Value.Deadline,
        cancellationToken: cancellationToken);
}
