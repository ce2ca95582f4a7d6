using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cnaim.Messaging;
using Dapper;
using Npgsql;

namespace Cnaim.Screening.Rules;

internal sealed class RulesStore(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<RulesRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<RulesRow>(new CommandDefinition(RulesSql.List, cancellationToken: cancellationToken))];
    }

    public async Task<RuleDocuments?> DocumentsAsync(int version, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var texts = await connection.QuerySingleOrDefaultAsync<RulesTexts>(
            new CommandDefinition(RulesSql.Documents, new { version }, cancellationToken: cancellationToken));
        return texts is null ? null : new RuleDocuments
        {
            Questions = Json(texts.Questions),
            Issues = Json(texts.Issues),
            Eligibility = Json(texts.Eligibility),
            Offices = Json(texts.Offices),
        };
    }

    public async Task InsertFirstAsync(RuleDocuments documents, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            RulesSql.InsertFirst, Parameters(documents, DateOnly.MinValue, new { now }), cancellationToken: cancellationToken));
    }

    /// <summary>Null when the same documents with the same first day are stored already.</summary>
    public static Task<int?> InsertAsync(
        OfficeTransaction transaction, RuleDocuments documents, DateOnly validFrom, string subject, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteScalarAsync<int?>(transaction.Command(
            RulesSql.Insert,
            Parameters(documents, validFrom, new { status = RulesVersion.Draft, subject, now, approvedBy = (string?)null, approvedAt = (DateTimeOffset?)null }),
            cancellationToken));

    /// <summary>Approves a draft; what is approved stays as it is.</summary>
    public static Task ApproveAsync(OfficeTransaction transaction, int version, string subject, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(RulesSql.Approve, new { version, subject, now }, cancellationToken));

    private static DynamicParameters Parameters(RuleDocuments documents, DateOnly validFrom, object others)
    {
        var texts = new[] { documents.Questions, documents.Issues, documents.Eligibility, documents.Offices }.Select(json => json.GetRawText()).ToArray();
        var parameters = new DynamicParameters(others);
        parameters.Add("questions", texts[0]);
        parameters.Add("issues", texts[1]);
        parameters.Add("eligibility", texts[2]);
        parameters.Add("offices", texts[3]);
        parameters.Add("validFrom", validFrom);
        parameters.Add("checksum", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{validFrom:yyyy-MM-dd}\n{string.Join('\n', texts)}"))));
        return parameters;
    }

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
