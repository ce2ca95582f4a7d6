using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Rules;

/// <summary>Checks and stores a draft, and approves it; both are audited.</summary>
internal sealed class LoadRules(RulesStore store, RulesCatalogue catalogue, CodeLists lists, OfficeTransaction transaction, TimeProvider clock)
{
    public async Task<Decision<RulesVersionView>> LoadAsync(LoadRulesRequest request, Actor actor, CancellationToken cancellationToken)
    {
        var documents = await CompleteAsync(request, cancellationToken);
        if (documents is null)
        {
            return ScreeningRefusals.RulesNotInForce;
        }

        var (rules, errors) = RuleSetReader.Read(documents, lists);
        if (rules is null)
        {
            return ScreeningRefusals.RulesInvalid.With(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["documents"] = [.. errors.Take(200)] });
        }

        await transaction.BeginAsync(cancellationToken);
        var version = await RulesStore.InsertAsync(transaction, documents, request.ValidFrom, actor.Subject, clock.GetUtcNow(), cancellationToken);
        if (version is not { } number)
        {
            return ScreeningRefusals.RulesAlreadyLoaded;
        }

        var loaded = RulesVersionView.Of(new RulesVersion(number, request.ValidFrom, RulesVersion.Draft, rules));
        transaction.Audit(new AuditEntry { Action = "rules.loaded", RecordKind = "rules", RecordId = loaded.Version, Actor = actor });
        return loaded;
    }

    public async Task<Decision<RulesVersionView>> ApproveAsync(int number, Actor actor, CancellationToken cancellationToken)
    {
        await catalogue.RefreshAsync(cancellationToken);
        if (!catalogue.TryFind(number, out var version))
        {
            return ScreeningRefusals.RulesNotFound;
        }

        if (CheckApproval(version, actor.Subject) is { } refusal)
        {
            return refusal;
        }

        await transaction.BeginAsync(cancellationToken);
        await RulesStore.ApproveAsync(transaction, number, actor.Subject, clock.GetUtcNow(), cancellationToken);
        transaction.Audit(new AuditEntry { Action = "rules.approved", RecordKind = "rules", RecordId = version.Code, Actor = actor });
        return RulesVersionView.Of(version with { Status = RulesVersion.Approved });
    }

    /// <summary>Nobody approves what he loaded himself.</summary>
    public static Refusal? CheckApproval(RulesVersion version, string subject) =>
        version.Status is RulesVersion.Draft && string.Equals(version.LoadedBy, subject, StringComparison.Ordinal) ? ScreeningRefusals.RulesSecondPerson : null;

    private async Task<RuleDocuments?> CompleteAsync(LoadRulesRequest request, CancellationToken cancellationToken)
    {
        if (request is { Questions: { } questions, Issues: { } issues, Eligibility: { } eligibility, Offices: { } offices })
        {
            return new RuleDocuments { Questions = questions, Issues = issues, Eligibility = eligibility, Offices = offices };
        }

        var inForce = catalogue.InForce(request.ValidFrom);
        var before = inForce is null ? null : await store.DocumentsAsync(inForce.Number, cancellationToken);
        return before is null ? null : new RuleDocuments
        {
            Questions = request.Questions ?? before.Questions,
            Issues = request.Issues ?? before.Issues,
            Eligibility = request.Eligibility ?? before.Eligibility,
            Offices = request.Offices ?? before.Offices,
        };
    }
}
