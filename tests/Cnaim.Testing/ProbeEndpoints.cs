using Cnaim.Contracts;
using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Cnaim.Testing;

/// <summary>What the test office offers: a request becomes a row and a referral command, in one transaction.</summary>
public static class ProbeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/requests", Accept).RequireIdempotencyKey().WithName("Probe_Accept");
        routes.MapPost("/requests/stepwise", AcceptStepwise).AcceptIdempotencyKey().WithName("Probe_Stepwise");
    }

    public static RequestReferral Command(Guid streamId, Guid requestId, string from, string to) => new()
    {
        ReferralId = streamId,
        DisclosureId = requestId,
        PersonRef = "abcdefghijklmnopqrstuvwxyz",
        Sender = new Party { Office = from, Centre = "cnaim-lisboa" },
        Receiver = new Party { Office = to, Centre = "cnaim-porto" },
        Request = "health.user-number",
        Priority = "routine",
        AcknowledgeBy = DateTimeOffset.UnixEpoch,
        ResolveBy = DateTimeOffset.UnixEpoch,
        RequestedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>The hot path: everything collected, one round trip.</summary>
    private static async Task<Created<ProbeAnswer>> Accept(ProbeRequest request, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        var requestId = Guid.CreateVersion7();
        transaction.Add(
            "INSERT INTO probe_accepted (request_id, stream_id) VALUES (@request, @stream)",
            new NpgsqlParameter<Guid>("request", requestId),
            new NpgsqlParameter<Guid>("stream", request.StreamId));
        await EnqueueAsync(request, requestId, transaction, cancellationToken);
        return await transaction.CommitAsync(TypedResults.Created($"/requests/{requestId}", new ProbeAnswer(requestId)), cancellationToken);
    }

    /// <summary>The careful path: begin, look, then write.</summary>
    private static async Task<Results<Created<ProbeAnswer>, Conflict>> AcceptStepwise(ProbeRequest request, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var count = await Dapper.SqlMapper.ExecuteScalarAsync<long>(
            transaction.Connection, transaction.Command("SELECT count(*) FROM probe_accepted WHERE stream_id = @StreamId", request, cancellationToken));
        if (count > 0 && request.OnlyOnce)
        {
            return TypedResults.Conflict();
        }

        var requestId = Guid.CreateVersion7();
        await Dapper.SqlMapper.ExecuteAsync(
            transaction.Connection,
            transaction.Command("INSERT INTO probe_accepted (request_id, stream_id) VALUES (@requestId, @StreamId)", new { requestId, request.StreamId }, cancellationToken));
        await EnqueueAsync(request, requestId, transaction, cancellationToken);
        return await transaction.CommitAsync(TypedResults.Created($"/requests/{requestId}", new ProbeAnswer(requestId)), cancellationToken);
    }

    private static async Task EnqueueAsync(ProbeRequest request, Guid requestId, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        var command = Command(request.StreamId, requestId, request.From, request.To);
        await transaction.EnqueueAsync(request.StreamId, Audience.Service(request.To), command, cancellationToken);
        transaction.Audit(new AuditEntry { Action = "probe.accepted", RecordKind = "probe", RecordId = requestId.ToString() });
    }
}

/// <summary>A request to a test office.</summary>
public sealed record ProbeRequest(Guid StreamId, string From, string To, bool OnlyOnce = false);

/// <summary>Its answer.</summary>
public sealed record ProbeAnswer(Guid Id);
