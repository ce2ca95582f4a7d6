using System.Globalization;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Messaging.Retention;

/// <summary>Forgets what is kept too long, one bounded batch in one transaction, with the audit entry that says so.</summary>
internal sealed class RetentionJob(RetentionRules rules, IEnumerable<IRetainRecords> records, OfficeTransaction transaction, TimeProvider clock)
{
    public const int BatchSize = 100;

    /// <summary>Every category that has a term here.</summary>
    public IEnumerable<string> Categories => records.Select(record => record.Category).Where(category => rules.Find(category) is not null);

    /// <summary>What a run would do; it is what a dry run shows.</summary>
    public async Task<IReadOnlyList<RetentionLine>> ReportAsync(CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var lines = new List<RetentionLine>();
        foreach (var record in records)
        {
            if (rules.Find(record.Category) is { } rule)
            {
                var count = await record.CountAsync(EndedBefore(rule), cancellationToken);
                lines.Add(new RetentionLine
                {
                    Category = rule.Category,
                    Months = rule.Months,
                    EndedBefore = EndedBefore(rule),
                    Due = count.Due,
                    KeptByLaw = count.KeptByLaw,
                    LegalBasis = rule.LegalBasis,
                    Assumed = rule.Assumed,
                });
            }
        }

        return lines;
    }

    /// <summary>One batch of one category.</summary>
    /// <returns>How many records; 0 where nothing is due or the category has no term.</returns>
    public async Task<int> RunAsync(Guid runId, string category, Actor? actor, CancellationToken cancellationToken)
    {
        var record = records.FirstOrDefault(record => string.Equals(record.Category, category, StringComparison.Ordinal));
        if (record is null || rules.Find(category) is not { } rule)
        {
            return 0;
        }

        await transaction.BeginAsync(cancellationToken);
        var erased = await record.EraseAsync(runId, EndedBefore(rule), BatchSize, cancellationToken);
        if (erased > 0)
        {
            transaction.Audit(new AuditEntry
            {
                Action = "retention.erased",
                RecordKind = "retention",
                RecordId = category,
                Actor = actor,
                Detail = new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["run"] = runId.ToString(),
                    ["records"] = erased.ToString(CultureInfo.InvariantCulture),
                    ["months"] = rule.Months.ToString(CultureInfo.InvariantCulture),
                },
            });
        }

        await transaction.CommitAsync(cancellationToken);
        return erased;
    }

    private DateTimeOffset EndedBefore(RetentionRule rule) => clock.GetUtcNow().AddMonths(-rule.Months);
}
