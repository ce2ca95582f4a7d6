using System.Net;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Cnaim.Identity.Tests;

[Collection(nameof(StaffIdentity))]
public sealed class When_keys_are_rotated(StaffIdentity identity)
{
    [Fact]
    public async Task Should_fail_no_call_and_verify_old_tokens_until_they_end()
    {
        var old = await identity.TokenAsync("administrator");
        var (before, failed, calls) = (await identity.Client.KeyIdsAsync(), 0, 0);
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 4).Select(worker => Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    var token = await identity.TokenAsync("mediator", desk: "w" + worker);
                    using var fresh = await identity.SendAsync(token, HttpMethod.Get, "/v1/session");
                    using var known = await identity.SendAsync(old, HttpMethod.Get, "/v1/session");
                    Interlocked.Add(ref failed, fresh.StatusCode == HttpStatusCode.OK && known.StatusCode == HttpStatusCode.OK ? 0 : 1);
                    Interlocked.Increment(ref calls);
                    await Task.Delay(100, TestContext.Current.CancellationToken); // below the limit of one client
                }
            },
            TestContext.Current.CancellationToken)).ToArray();
        await UntilAsync(() => calls > 20);
        var rotated = await (await identity.SendAsync(old, HttpMethod.Post, "/v1/keys/rotate")).JsonAsync(200);
        var newKey = rotated.GetProperty("keyId").GetString()!;
        await UntilAsync(async () => string.Equals(new JsonWebToken(await identity.TokenAsync("mediator")).Kid, newKey, StringComparison.Ordinal));
        var seen = calls;
        await UntilAsync(() => calls > seen + 20);
        await stop.CancelAsync();
        await Task.WhenAll(load);

        failed.ShouldBe(0);
        (await identity.Client.KeyIdsAsync()).ShouldBe([newKey, .. before], ignoreOrder: true);
        (await identity.SqlAsync($"SELECT count(*) FROM audit_entry WHERE action = 'signing-key.rotated' AND record_id = '{newKey}'")).ShouldBe(1L);
    }

    [Fact]
    public async Task Should_be_an_administrators_act() =>
        (await identity.SendAsync(await identity.TokenAsync("coordinator"), HttpMethod.Post, "/v1/keys/rotate")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

    private static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
