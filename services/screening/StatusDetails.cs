using Cnaim.ServiceDefaults.Problems;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Cnaim.Screening;

/// <summary>A refusal as <c>google.rpc.Status</c>: the problem code as <c>ErrorInfo</c>, wrong members as <c>BadRequest</c>, where the libraries of other languages look for them.</summary>
internal static class StatusDetails
{
    public const string Trailer = "grpc-status-details-bin";
    private const string Domain = "urn:cnaim:problem";

    // Trailers are headers: what a client's library refuses for its size would hide the status too.
    private const int MostViolations = 20;

    public static byte[] Of(StatusCode code, Refusal refusal)
    {
        var status = new Google.Rpc.Status { Code = (int)code, Message = refusal.Detail };
        status.Details.Add(Any.Pack(new ErrorInfo { Reason = refusal.Code, Domain = Domain }));
        if (refusal.Extensions?.GetValueOrDefault("errors") is IReadOnlyDictionary<string, string[]> errors)
        {
            var request = new BadRequest();
            request.FieldViolations.Add(errors.SelectMany(member => member.Value, (member, error) => new BadRequest.Types.FieldViolation { Field = member.Key, Description = error }).Take(MostViolations));
            status.Details.Add(Any.Pack(request));
        }

        return status.ToByteArray();
    }
}
