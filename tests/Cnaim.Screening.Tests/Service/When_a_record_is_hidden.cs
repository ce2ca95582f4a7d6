using System.Net;
using System.Text.Json.Nodes;
using Cnaim.Screening.People;
using Cnaim.Testing;
using Cnaim.Testing.Plans;
using Dapper;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

/// <summary>Every read by id of the document: a record that may not be seen and one that does not exist take the same statements and plans, and every read is audited.</summary>
public sealed class When_a_record_is_hidden(ScreeningPlatform platform, WatchedReplica watched) : IClassFixture<WatchedReplica>
{
    // Rules are nobody's record.
    private static readonly string[] Public = ["/v1/rules/versions/{version}", "/v1/rules/versions/{version}/differences"];

    // A consent is the office's, so that any of its counters can withdraw it.
    private static readonly string[] OfTheOffice = ["/v1/people/{id}/consents", "/v1/consents/{id}", "/v1/consents/{id}/disclosures"];

    public static TheoryData<string> Reads =>
    [
        .. JsonNode.Parse(File.ReadAllText(Repository.At("contracts", "openapi", "screening.json")))!["paths"]!.AsObject()
            .Where(path => path.Value!["get"] is not null && path.Key.Contains('{', StringComparison.Ordinal) && !Public.Contains(path.Key)).Select(path => path.Key),
    ];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Should_be_like_a_missing_one_to_another_office_and_to_another_centre(string path)
    {
        var ids = await watched.RecordsAsync(platform);
        (string Office, string Centre)[] strangers = OfTheOffice.Contains(path) ? [("education", "cnaim-lisboa")] : [("education", "cnaim-lisboa"), ("reception", "cnaim-setubal")];
        foreach (var (office, centre) in strangers)
        {
            using var client = platform.Client(office, centre, "focal-point", watched.Replica);
            var compare = new HiddenAndMissing(watched.Plans, client, () => AuditedAsync($"focal-point@{centre}.{office}"));

            (await compare.DifferenceAsync(() => Fill(path, ids), () => Fill(path, Nobody()))).ShouldBeNull($"{office}@{centre}");
        }
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Should_be_written_down_when_it_is_seen(string path)
    {
        var ids = await watched.RecordsAsync(platform);
        using var client = platform.Client(centre: WatchedReplica.Centre, role: "focal-point");
        var before = await AuditedAsync(WatchedReplica.Subject);
        var (status, body, _) = await client.SendAsync(HttpMethod.Get, Fill(path, ids));
        status.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
        (await AuditedAsync(WatchedReplica.Subject) - before).ShouldBe(1);
    }

    private static string Fill(string path, IReadOnlyDictionary<string, string> ids) =>
        string.Join('/', path.Split('/').Select((part, index) => part switch
        {
            "{id}" => ids[path.Split('/')[index - 1]],
            ['{', .., '}'] => ids[part[1..^1]],
            _ => part,
        }));

    private static Dictionary<string, string> Nobody() => new(StringComparer.Ordinal)
    {
        ["people"] = OfficeKeys.Derive(new byte[32], Guid.NewGuid()),
        ["interviews"] = Guid.CreateVersion7().ToString(),
        ["consents"] = Guid.CreateVersion7().ToString(),
        ["emergency-access"] = Guid.CreateVersion7().ToString(),
        ["erasures"] = Guid.CreateVersion7().ToString(),
        ["identifierId"] = Guid.CreateVersion7().ToString(),
    };

    private async Task<long> AuditedAsync(string subject)
    {
        await using var connection = await platform.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE subject = @subject", new { subject });
    }
}
