using Cnaim.Screening.V1;
using Grpc.Core;
using Npgsql;
using Shouldly;

namespace Cnaim.Screening.Tests.Service;

/// <summary>Deciding and fetching over gRPC, and what the database holds afterwards.</summary>
internal static class DisclosureCalls
{
    public static async Task<DecideResponse> DecideAsync(
        this ScreeningPlatform platform, string person, string receiver = "health", string request = "health.user-number", string[]? categories = null, string ground = "", Guid? referral = null, string sender = "reception")
    {
        var question = new DecideRequest
        {
            PersonRef = person,
            ReceiverOffice = receiver,
            ReceiverCentre = "cnaim-lisboa",
            Purpose = "resolve-issue",
            Request = request,
            StatutoryGround = ground,
            ReferralId = referral?.ToString() ?? "",
        };
        question.Categories.Add(categories ?? ["identity", "contact"]);
        return await new V1.Disclosures.DisclosuresClient(platform.Channel(sender)).DecideAsync(question, cancellationToken: Xunit.TestContext.Current.CancellationToken);
    }

    public static async Task<Snapshot> FetchAsync(this ScreeningPlatform platform, string office, string disclosure) =>
        await new V1.Disclosures.DisclosuresClient(platform.Channel(office))
            .FetchAsync(new FetchRequest { DisclosureId = disclosure, Purpose = "resolve-issue" }, cancellationToken: Xunit.TestContext.Current.CancellationToken);

    public static async Task ShouldNotFetchAsync(this ScreeningPlatform platform, string office, string disclosure) =>
        (await Should.ThrowAsync<RpcException>(async () => await platform.FetchAsync(office, disclosure))).StatusCode.ShouldBe(StatusCode.NotFound);

    /// <summary>Comes back when so many sessions wait for a lock, or six seconds later.</summary>
    public static async Task UntilWaitingAsync(this ScreeningPlatform platform, int sessions)
    {
        for (var tries = 0; tries < 300 && await platform.ScalarAsync<long>("SELECT count(*) FROM pg_locks WHERE NOT granted") < sessions; tries++)
        {
            await Task.Delay(20, Xunit.TestContext.Current.CancellationToken);
        }
    }

    public static async Task<T> ScalarAsync<T>(this ScreeningPlatform platform, string sql, params object[] values)
    {
        await using var command = platform.Database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return (T)(await command.ExecuteScalarAsync(Xunit.TestContext.Current.CancellationToken))!;
    }

    public static async Task ExecuteAsync(this ScreeningPlatform platform, string sql, params object[] values)
    {
        await using var command = platform.Database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        (await command.ExecuteNonQueryAsync(Xunit.TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
    }
}
