using Cnaim.Mediation.Demand;
using Cnaim.Mediation.Languages;
using Cnaim.Mediation.Matching;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Mediation.Interpreting;

/// <summary>What the endpoints of telephone translation use.</summary>
internal sealed record InterpretingServices(
    InterpretingStore Requests, InterpretingProviders Providers, DemandStore Demand, LanguageCatalogue Languages, OfficeTransaction Transaction, TimeProvider Clock)
{
    public InterpretingView View(InterpretingRequest request) =>
        InterpretingView.Of(request, Languages.Find(request.Language), Providers.Find(request.Provider), Clock.GetUtcNow());

    /// <summary>Looks for a line; the caller has taken the turn.</summary>
    public async Task<LineAnswer> FindLineAsync(InterpretingRequest request, TimeSlot call, CancellationToken cancellationToken) =>
        Lines.Assign(Providers.For(request.Desk), await Requests.BusyAsync(call.From, cancellationToken), request.Language, call);

    public void Audit(string action, InterpretingRequest request, Actor actor) => Transaction.Audit(new AuditEntry
    {
        Action = "interpreting." + action,
        RecordKind = "interpreting",
        RecordId = request.RequestId.ToString(),
        Actor = actor,
    });
}
