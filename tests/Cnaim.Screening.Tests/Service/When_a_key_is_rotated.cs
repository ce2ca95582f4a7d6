using Cnaim.Screening.Emergencies;
using Cnaim.Screening.Identifiers;
using Cnaim.Screening.Interviews;
using Cnaim.Screening.People;
using Dapper;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_a_key_is_rotated(ScreeningPlatform platform)
{
    [Theory]
    [InlineData(InterviewSql.StaleAnswers, InterviewSql.ReplaceAnswers)]
    [InlineData(PeopleSql.StaleOfficeKey, PeopleSql.ReplaceOfficeKey)]
    [InlineData(EmergencySql.StaleNote, EmergencySql.ReplaceNote)]
    [InlineData(IdentifierSql.StaleKey, IdentifierSql.ReplaceKey)]
    [InlineData(IdentifierSql.StaleContent, IdentifierSql.ReplaceContent)]
    public async Task Should_find_and_replace_what_is_under_another_key(string stale, string replace)
    {
        using var client = platform.Client();
        var person = await client.PostAsync("/v1/people", new { givenNames = "Murta", identifiers = new[] { new { type = "nif", value = "136695973" } } });
        await client.StartInterviewAsync((string)person["id"]!);
        await client.PostAsync("/v1/emergency-access", new { processNumber = (string)person["processNumber"]!, reason = "violence", note = "heard it" });
        await using var connection = await platform.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken); // and no commit
        var row = (await connection.QueryAsync<(string Place, string Key, byte[] Stored)>(stale, new { after = "(0,0)", header = new byte[8] })).First();
        row.Stored[..4].ShouldBe("CNP\u0001"u8.ToArray());
        (await connection.QueryAsync<(string, string, byte[])>(stale, new { after = "(0,0)", header = row.Stored[..8] })).ShouldBeEmpty();
        (await connection.ExecuteAsync(replace, new { row.Place, row.Stored, fresh = new byte[40] })).ShouldBe(1);
        (await connection.ExecuteAsync(replace, new { row.Place, row.Stored, fresh = new byte[40] })).ShouldBe(0);
    }
}
