using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.Messaging.Topology;
using Cnaim.Screening.Duplicates;
using Cnaim.Screening.People;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Erasures;

/// <summary>A person asks at a counter to be forgotten, in each record that the office found to be theirs: nothing changes yet, every service that knows them is asked to count. The caller sends and commits.</summary>
internal sealed class RequestErasure(ErasureStore store, PeopleStore people, DuplicateStore duplicates, EraseOwn own, OfficeTransaction transaction, TimeProvider clock)
{
    public const string Self = "screening";

    public async Task<Decision<ErasureOrder>> RunAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(reference, actor, cancellationToken) is not { } person)
        {
            transaction.Audit(new AuditEntry { Action = "erasure.request-denied", RecordKind = "person", RecordId = OfficeKeys.ForAudit(reference), Actor = actor });
            return ScreeningRefusals.PersonNotFound;
        }

        if (await OrderAsync(person.PersonId, reference, actor, cancellationToken) is not { } order)
        {
            return ScreeningRefusals.ErasureOpen;
        }

        // A merge changes neither record and may be wrong: each is an order of its own, and whoever decides sees them all.
        var commands = order.Commands.ToList();
        foreach (var merged in await duplicates.MergedWithAsync(person.PersonId, actor, cancellationToken))
        {
            commands.AddRange((await OrderAsync(merged.PersonId, merged.Ref, actor, cancellationToken))?.Commands ?? []);
        }

        return order with { Commands = commands };
    }

    /// <summary>Those that have a queue.</summary>
    public static IReadOnlyList<KnownOffice> Offices(IReadOnlyList<KnownOffice> known)
    {
        var manifest = TopologyManifest.Load();
        return [.. known.Where(office => manifest.Find(office.Office) is { Kind: "office" })];
    }

    // Null when the record has an open order.
    private async Task<ErasureOrder?> OrderAsync(Guid personId, string reference, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var erasureId = Guid.CreateVersion7(now);
        if (!await store.InsertAsync(erasureId, personId, actor, cancellationToken))
        {
            return null;
        }

        var known = Offices(await store.KnownAtAsync(personId, cancellationToken));
        foreach (var office in known)
        {
            await store.AddOfficeAsync(erasureId, office.Office, cancellationToken);
        }

        await store.AddOfficeAsync(erasureId, Self, cancellationToken);
        await store.CountedAsync(erasureId, Self, await own.CountAsync(erasureId, personId, cancellationToken), [], cancellationToken);
        transaction.Audit(new AuditEntry
        {
            Action = "erasure.requested",
            RecordKind = "erasure",
            RecordId = erasureId.ToString(),
            Actor = actor,
            Detail = new Dictionary<string, string?>(StringComparer.Ordinal) { ["person"] = OfficeKeys.ForAudit(reference) },
        });
        var row = (await store.FindAsync(ErasureSql.Find, erasureId, actor, cancellationToken))!;
        ErasureAtOfficeRow[] offices = [.. (await store.OfficesAsync([erasureId], cancellationToken))[erasureId]];
        return new ErasureOrder(ErasureView.Of(row, offices, isOfficer: false), ErasureOrder.Tell(offices, known, isDryRun: true, now));
    }
}

/// <summary>The order, and whom to tell.</summary>
internal sealed record ErasureOrder(ErasureView View, IReadOnlyList<(string Office, ErasePerson Command)> Commands)
{
    public static IReadOnlyList<(string Office, ErasePerson Command)> Tell(
        IReadOnlyList<ErasureAtOfficeRow> orders, IReadOnlyList<KnownOffice> known, bool isDryRun, DateTimeOffset now) =>
        [.. known.Join(orders, office => office.Office, order => order.Office, (office, order) => (office.Office, new ErasePerson { OrderId = order.OrderId, PersonRefs = office.Refs, DryRun = isDryRun, OrderedAt = now }), StringComparer.Ordinal)];

    /// <summary>Puts the commands into the outbox; called by the endpoint (style.md rule 26).</summary>
    public async Task EnqueueAsync(OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var (office, command) in Commands)
        {
            await transaction.EnqueueAsync(command.OrderId, Audience.Service(office), command, cancellationToken);
        }
    }
}
