using System.Text.Json;
using Cnaim.Data;
using Cnaim.Messaging;
using Npgsql;

namespace Cnaim.Cli.Auditing;

/// <summary>What the directory has kept: every head of every service, and the roots over them.</summary>
internal sealed class KeptHeads
{
    private readonly ILookup<string, KeptHead> _heads;

    private KeptHeads(ILookup<string, KeptHead> heads, IReadOnlyList<string> findings, int roots) => (_heads, Findings, Roots) = (heads, findings, roots);

    /// <summary>What is wrong with the roots, in sentences.</summary>
    public IReadOnlyList<string> Findings { get; }

    /// <summary>How many roots were computed again.</summary>
    public int Roots { get; }

    public IReadOnlyList<KeptHead> Of(string service) => [.. _heads[service]];

    public static async Task<KeptHeads> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(directory);
        var heads = (await ReadHeadsAsync(source, cancellationToken)).ToLookup(head => head.Service, head => head.Head, StringComparer.Ordinal);
        var (findings, previous, number) = (new List<string>(), default(string), 0);
        await using var command = source.CreateCommand(AuditSql.Roots);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            number++;
            var leaves = JsonSerializer.Deserialize<List<Leaf>>(reader.GetString(2), JsonSerializerOptions.Web) ?? [];
            findings.AddRange(Check(number, reader.GetInt64(0), reader.GetString(1), previous, leaves, heads));
            previous = reader.GetString(1);
        }

        return new KeptHeads(heads, findings, number);
    }

    private static IEnumerable<string> Check(int expected, long number, string root, string? previous, List<Leaf> leaves, ILookup<string, KeptHead> heads)
    {
        if (number != expected)
        {
            yield return $"Root {expected} is gone.";
        }

        if (!string.Equals(root, AuditRoot.Of(previous, leaves.Select(leaf => (leaf.Service, leaf.SealNo, leaf.Head))), StringComparison.Ordinal))
        {
            yield return $"Root {number} is not the one of its heads and the root before.";
        }

        foreach (var leaf in leaves.Where(leaf => !heads[leaf.Service].Any(head => head.SealNo == leaf.SealNo && string.Equals(head.Head, leaf.Head, StringComparison.Ordinal))))
        {
            yield return $"The head of {leaf.Service} at seal {leaf.SealNo}, which root {number} covers, is not kept any more.";
        }
    }

    private static async Task<List<(string Service, KeptHead Head)>> ReadHeadsAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(AuditSql.Heads);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var heads = new List<(string, KeptHead)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            heads.Add((reader.GetString(0), new KeptHead(reader.GetInt64(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3))));
        }

        return heads;
    }

    private sealed record Leaf(string Service, long SealNo, string Head);
}
