using System.Globalization;
using Cnaim.Messaging;
using Cnaim.Screening.Rules;
using Cnaim.Screening.V1;
using Cnaim.ServiceDefaults.Rights;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Cnaim.Screening.Interviews;

/// <summary>The interview and its rules over gRPC; the same operations as the HTTP API.</summary>
internal sealed class ScreeningGrpc(
    StartInterview start, ConductInterview conduct, LoadRules load, RulesCatalogue catalogue, CodeLists lists, OfficeTransaction transaction, TimeProvider clock)
    : V1.Screening.ScreeningBase
{
    [Right(Right.InterviewsConduct)]
    public override async Task<Interview> StartInterview(StartInterviewRequest request, ServerCallContext context)
    {
        var input = new StartInterviewInput { PersonId = request.PersonRef, Language = request.Language, Channel = request.Channel, Date = ToDate(request.Date) };
        var decision = await start.RunAsync(input, context.Actor(), context.CancellationToken);
        return ToMessage(await decision.AcceptAsync(transaction, context.CancellationToken));
    }

    [Right(Right.InterviewsConduct)]
    public override async Task<Interview> SaveAnswers(SaveAnswersRequest request, ServerCallContext context)
    {
        if (catalogue.InForce(clock.Today()) is not { } version)
        {
            throw ScreeningRefusals.RulesNotInForce.ToStatus();
        }

        var answers = request.Answers.GroupBy(answer => answer.Question, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last().ToJson(version.Rules), StringComparer.Ordinal);
        var decision = await conduct.SaveAsync(Id(request.InterviewId), answers, _ => null, context.Actor(), context.CancellationToken);
        return ToMessage(await decision.AcceptAsync(transaction, context.CancellationToken));
    }

    [Right(Right.InterviewsConduct)]
    public override async Task<Interview> GetInterview(GetInterviewRequest request, ServerCallContext context)
    {
        var decision = await conduct.GetAsync(Id(request.InterviewId), context.Actor(), context.CancellationToken);
        return ToMessage(await decision.AcceptAsync(transaction, context.CancellationToken));
    }

    [Right(Right.InterviewsConduct)]
    public override async Task<Interview> HandOver(HandOverRequest request, ServerCallContext context)
    {
        var decision = await conduct.HandOverAsync(Id(request.InterviewId), request.ToStaff, context.Actor(), context.CancellationToken);
        return ToMessage(await decision.AcceptAsync(transaction, context.CancellationToken));
    }

    [Right(Right.InterviewsConduct)]
    public override async Task Assess(AssessRequest request, IServerStreamWriter<AssessmentPart> responseStream, ServerCallContext context)
    {
        var decision = await conduct.AssessAsync(Id(request.InterviewId), context.Actor(), context.CancellationToken);
        await AssessmentParts.WriteAsync(await decision.AcceptAsync(transaction, context.CancellationToken), responseStream, context.CancellationToken);
    }

    [Right(Right.RulesRead)]
    public override Task<ListRulesResponse> ListRules(ListRulesRequest request, ServerCallContext context)
    {
        var response = new ListRulesResponse();
        response.Versions.Add((ToDate(request.Date) is { } date ? catalogue.InForce(date) is { } version ? [version] : [] : catalogue.All)
            .Select(RulesVersionView.Of).Select(ToMessage));
        return Task.FromResult(response);
    }

    /// <summary>Answers are checked like those that are stored.</summary>
    [Right(Right.RulesRead)]
    public override async Task TryRules(TryRulesRequest request, IServerStreamWriter<AssessmentPart> responseStream, ServerCallContext context)
    {
        if (!int.TryParse(request.Version, CultureInfo.InvariantCulture, out var number) || !catalogue.TryFind(number, out var version))
        {
            throw ScreeningRefusals.RulesNotFound.ToStatus();
        }

        var answers = request.Answers.GroupBy(answer => answer.Question, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last().ToJson(version.Rules), StringComparer.Ordinal);
        var errors = AnswerRules.Check(version.Rules, lists, answers);
        if (errors.Count > 0)
        {
            throw ScreeningRefusals.AnswersInvalid.With(errors).ToStatus();
        }

        var assessment = Rules.Assess.Run(version, answers, ToDate(request.Date) ?? clock.Today(), clock.GetUtcNow());
        await AssessmentParts.WriteAsync(assessment, responseStream, context.CancellationToken);
    }

    [Right(Right.RulesChange)]
    public override async Task<V1.RulesVersion> ApproveRules(ApproveRulesRequest request, ServerCallContext context)
    {
        var actor = context.Actor();
        var number = int.TryParse(request.Version, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        var decision = await load.ApproveAsync(number, actor, context.CancellationToken);
        var approved = await decision.AcceptAsync(transaction, context.CancellationToken);
        await catalogue.RefreshAsync(context.CancellationToken);
        return ToMessage(approved);
    }

    private static Guid Id(string text) => text.ToId(ScreeningRefusals.InterviewNotFound);

    private static DateOnly? ToDate(string text) => text is "" ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw ScreeningRefusals.InterviewInvalid.ToStatus();

    private static V1.RulesVersion ToMessage(RulesVersionView version) => new()
    {
        Version = version.Version,
        ValidFrom = version.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Status = version.Status,
        Rules = version.Rules,
        Issues = version.Issues,
        Questions = version.Questions,
    };

    private static Interview ToMessage(InterviewView view)
    {
        var message = new Interview
        {
            Id = view.Id.ToString(),
            PersonRef = view.PersonId,
            Language = view.Language,
            Channel = view.Channel,
            Date = view.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            RulesVersion = view.RulesVersion,
            UpdatedAt = Timestamp.FromDateTimeOffset(view.UpdatedAt),
            HeldBy = view.HeldBy,
        };
        message.Answers.Add(view.Answers.Select(answer => GrpcExtensions.ToMessage(answer.Key, answer.Value)));
        message.NextQuestions.Add(view.NextQuestions);
        return message;
    }
}
