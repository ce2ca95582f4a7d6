using Cnaim.Data;
using Cnaim.Messaging;
using Cnaim.OfficeKit;
using Cnaim.Reception.Childrens;
using Cnaim.Reception.Closing;
using Cnaim.Reception.Desks;
using Cnaim.Reception.Information;
using Cnaim.Reception.Live;
using Cnaim.Reception.Queues;
using Cnaim.Reception.Reference;
using Cnaim.Reception.Tickets;
using Cnaim.Reception.Visits;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Reception;

/// <summary>What reception is beyond an office: the desk where everybody arrives.</summary>
internal static class ReceptionDesk
{
    public static IServiceCollection AddReceptionDesk(this IServiceCollection services) => services
        .AddSingleton(new MigrationSource(typeof(ReceptionService).Assembly))
        .AddProblemCodes(typeof(ReceptionRefusals))
        .AddScoped<QueueStore>()
        .AddScoped<DeskStore>()
        .AddScoped<TicketStore>()
        .AddScoped<BoardStore>()
        .AddScoped<ChildrensStore>()
        .AddScoped<CloseDay>()
        .AddScoped<IErasePersonData, EraseVisits>()
        .AddScoped<IRetainRecords, RetainVisits>()
        .AddSingleton<LiveStream>()
        .AddSingleton<ChangeFeed>()
        .AddHostedService(provider => provider.GetRequiredService<ChangeFeed>())
        .AddHostedService<LoadReference>()
        .AddHostedService<ClosingRunner>();

    public static void MapReceptionDesk(this RouteGroupBuilder api)
    {
        api.MapGroup("/queues").MapQueues();
        api.MapGroup("/tickets").MapTickets();
        api.MapGroup("/desks").MapDesks();
        api.MapGroup("/floor").MapFloor();
        api.MapGroup("/boards").MapBoards();
        api.MapGroup("/visits").MapVisits();
        api.MapGroup("/information-requests").MapInformation();
        api.MapGroup("/childrens-room").MapChildrensRoom();
    }

    /// <summary>What a token or a screen's key alone opens.</summary>
    public static void MapWaitingRoom(this IEndpointRouteBuilder routes, string prefix)
    {
        routes.MapGroup(prefix + "/ticket-status").MapTicketStatus();
        routes.MapGroup(prefix + "/boards").MapScreens();
    }
}
