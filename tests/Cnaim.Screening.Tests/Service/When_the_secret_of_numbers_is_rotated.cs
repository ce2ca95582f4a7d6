using System.Net;
using Dapper;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_the_secret_of_numbers_is_rotated(ScreeningPlatform platform)
{
    [Fact]
    public async Task Should_find_by_number_as_before_under_other_hashes()
    {
        using var desk = platform.Client(centre: "cnaim-beja");
        var person = (string)(await desk.PostAsync("/v1/people", new { givenNames = "Alfarrobeira", identifiers = new[] { Passport("FA0001") } }))["id"]!;
        var (secret, hashes) = (await SecretAsync(), await HashesAsync());

        ((int)(await RotateAsync())["hashedAgain"]!).ShouldBeGreaterThan(0);

        (await SecretAsync()).ShouldNotBe(secret);
        (await HashesAsync()).Intersect(hashes).ShouldBeEmpty();
        (await FoundAsync(desk, "FA0001")).ShouldBe([person]);
        (await desk.SendAsync(HttpMethod.Post, $"/v1/people/{person}/identifiers", """{"type":"passport","value":"FA0001","country":"UA"}""")).Body.Code().ShouldBe("identifier-known");
        (await platform.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'identifiers.rotated'")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Should_let_no_number_be_kept_under_the_secret_before()
    {
        using var desk = platform.Client(centre: "cnaim-beja");
        await desk.PostAsync("/v1/people", new { givenNames = "Loureiro", identifiers = new[] { Passport("FA0002") } });
        await using var rotation = await platform.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await rotation.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await rotation.ExecuteAsync("SELECT secret FROM identifier_key FOR UPDATE", transaction: transaction);

        var registering = desk.PostAsync("/v1/people", new { givenNames = "Figueira", identifiers = new[] { Passport("FA0003") } });
        await platform.UntilWaitingAsync(1);
        registering.IsCompleted.ShouldBeFalse();
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        var person = (string)(await registering)["id"]!;
        (await FoundAsync(desk, "FA0003")).ShouldBe([person]);
    }

    [Fact]
    public async Task Should_be_an_administrators()
    {
        using var mediator = platform.Client();
        await mediator.PostAsync("/operator/identifiers/rotate", new { }, HttpStatusCode.Forbidden);
    }

    private static object Passport(string value) => new { type = "passport", value, country = "UA" };

    private async Task<System.Text.Json.Nodes.JsonObject> RotateAsync()
    {
        using var administrator = platform.Client("identity", "", "administrator");
        return await administrator.PostAsync("/operator/identifiers/rotate", new { }, HttpStatusCode.OK);
    }

    private static async Task<IEnumerable<string>> FoundAsync(HttpClient desk, string passport) =>
        (await desk.PostAsync("/v1/people/search", new { identifier = Passport(passport) }, HttpStatusCode.OK))["items"]!.AsArray().Select(hit => (string)hit!["person"]!["id"]!);

    private Task<byte[]> SecretAsync() => platform.ScalarAsync<byte[]>("SELECT secret FROM identifier_key");

    private async Task<string[]> HashesAsync()
    {
        await using var connection = await platform.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return [.. await connection.QueryAsync<string>("SELECT encode(value_hash, 'hex') FROM person_identifier")];
    }
}
