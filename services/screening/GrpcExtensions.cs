using System.Text.Json;
using Cnaim.Messaging;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Grpc.Core;

namespace Cnaim.Screening;

/// <summary>gRPC in the words of this service: the caller, refusals as status, answers as JSON values.</summary>
internal static class GrpcExtensions
{
    /// <summary>The trailer that names the problem code, as the HTTP API does.</summary>
    public const string CodeTrailer = "cnaim-problem";

    public static Actor Actor(this ServerCallContext context) =>
        ServiceDefaults.Authentication.Actor.From(context.GetHttpContext().User) ?? throw new RpcException(new Status(StatusCode.Unauthenticated, "Send a token."));

    /// <summary>The decided value; a refusal commits its audit entry and becomes a status.</summary>
    public static async Task<T> AcceptAsync<T>(this Decision<T> decision, OfficeTransaction transaction, CancellationToken cancellationToken)
        where T : class
    {
        await transaction.CommitAsync(cancellationToken);
        return decision.IsAccepted ? decision.Event : throw decision.Refusal.ToStatus();
    }

    public static RpcException ToStatus(this Refusal refusal)
    {
        var code = CodeOf(refusal.Status);
        var trailers = new Metadata { { CodeTrailer, refusal.Code }, { StatusDetails.Trailer, StatusDetails.Of(code, refusal) } };
        if (refusal.Extensions?.GetValueOrDefault("errors") is { } errors)
        {
            trailers.Add("cnaim-errors-bin", JsonSerializer.SerializeToUtf8Bytes(errors));
        }

        return new RpcException(new Status(code, refusal.Detail), trailers);
    }

    public static Guid ToId(this string text, Refusal unknown) => Guid.TryParse(text, out var id) ? id : throw unknown.ToStatus();

    public static JsonElement ToJson(this V1.Answer answer, RuleSet rules)
    {
        var isNumber = rules.Catalogue.GetValueOrDefault(answer.Question)?.Type is QuestionType.Number;
        return answer switch
        {
            { Single: true, Values: [var number] } when isNumber && int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var parsed) =>
                JsonSerializer.SerializeToElement(parsed),
            { Single: true, Values: [var text] } => JsonSerializer.SerializeToElement(text),
            { Single: true, Values: [] } => JsonSerializer.SerializeToElement<string?>(null),
            _ => JsonSerializer.SerializeToElement(answer.Values.ToArray()),
        };
    }

    public static V1.Answer ToMessage(string question, JsonElement value)
    {
        var answer = new V1.Answer { Question = question, Single = value.ValueKind is not JsonValueKind.Array };
        answer.Values.Add(value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Select(item => item.GetString()) : [value.ToString()]);
        return answer;
    }

    private static StatusCode CodeOf(int status) => status switch
    {
        400 or 422 => StatusCode.InvalidArgument,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.NotFound,
        409 => StatusCode.FailedPrecondition,
        412 => StatusCode.Aborted,
        429 => StatusCode.ResourceExhausted,
        503 => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };
}
