using Cnaim.Reception.Desks;
using Cnaim.Reception.Tickets;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Reception.Live;

/// <summary>The streams. Each look uses a scope of its own, because a stream outlives any transaction.</summary>
internal static class LiveEndpoints
{
    // Longer than a token lives would be longer than the right to look.
    private static readonly TimeSpan StaffStream = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PublicStream = TimeSpan.FromHours(12);

    public static async Task<Results<ServerSentEventsResult<LiveEvent<Board>>, ProblemHttpResult>> Board(
        [FromRoute(Name = "board")] string key, [FromHeader(Name = "Last-Event-ID")] string? lastEventId, HttpResponse response, LiveStream stream, IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        if (await InScopeAsync<BoardStore, string>(scopes, boards => boards.CentreOfAsync(key, cancellationToken)) is not { } centre)
        {
            return ReceptionRefusals.NotActive.ToProblem();
        }

        return Answer(response, stream.Follow(centre, lastEventId, PublicStream, token => InScopeAsync<BoardStore, Board>(scopes, async boards =>
            await boards.CentreOfAsync(key, token) is null ? null : await boards.ReadAsync(centre, token)), cancellationToken));
    }

    public static async Task<Results<ServerSentEventsResult<LiveEvent<DeskResource>>, ProblemHttpResult>> Desk(
        string id, [FromHeader(Name = "Last-Event-ID")] string? lastEventId, Actor actor, HttpResponse response, LiveStream stream, IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        Task<DeskResource?> ReadAsync(CancellationToken token) => InServicesAsync(scopes, services => DeskReader.FindAsync(id, actor, services, token));
        if (await ReadAsync(cancellationToken) is null)
        {
            return ReceptionRefusals.NotFound.ToProblem();
        }

        return Answer(response, stream.Follow(actor.Centre, lastEventId, StaffStream, ReadAsync, cancellationToken));
    }

    public static async Task<Results<ServerSentEventsResult<LiveEvent<TicketStatus>>, ProblemHttpResult>> Ticket(
        string token, [FromHeader(Name = "Last-Event-ID")] string? lastEventId, HttpResponse response, LiveStream stream, IServiceScopeFactory scopes, TimeProvider clock, CancellationToken cancellationToken)
    {
        var ticket = await InScopeAsync<TicketStore, Ticket>(scopes, tickets => tickets.FindByTokenAsync(TicketToken.Hash(token), clock.GetUtcNow(), cancellationToken));
        if (ticket is null)
        {
            return ReceptionRefusals.NotActive.ToProblem();
        }

        return Answer(response, stream.Follow(ticket.Centre, lastEventId, PublicStream, stop => InServicesAsync(scopes, services =>
            TicketStatusEndpoints.ReadAsync(token, new TicketServices(services.Tickets, services.Queues, services.Transaction, services.Clock), stop)), cancellationToken));
    }

    private static ServerSentEventsResult<LiveEvent<TState>> Answer<TState>(HttpResponse response, IAsyncEnumerable<System.Net.ServerSentEvents.SseItem<LiveEvent<TState>>> events)
    {
        response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(events);
    }

    private static Task<T?> InServicesAsync<T>(IServiceScopeFactory scopes, Func<DeskServices, Task<T?>> read)
        where T : class => InScopeAsync<DeskStore, T>(scopes, (provider, desks) => read(new DeskServices(
            desks,
            provider.GetRequiredService<TicketStore>(),
            provider.GetRequiredService<Queues.QueueStore>(),
            provider.GetRequiredService<Messaging.OfficeTransaction>(),
            provider.GetRequiredService<TimeProvider>())));

    private static Task<T?> InScopeAsync<TStore, T>(IServiceScopeFactory scopes, Func<TStore, Task<T?>> read)
        where TStore : notnull
        where T : class => InScopeAsync<TStore, T>(scopes, (_, store) => read(store));

    private static async Task<T?> InScopeAsync<TStore, T>(IServiceScopeFactory scopes, Func<IServiceProvider, TStore, Task<T?>> read)
        where TStore : notnull
        where T : class
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<TStore>());
    }
}
