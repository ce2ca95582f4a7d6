using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Cnaim.Contracts;
using Cnaim.Contracts.Commands;
using Cnaim.Offices.Tests.Support;
using Cnaim.Servers;
using Cnaim.Testing;
using Cnaim.VoterRegistration;
using Npgsql;

namespace Cnaim.Offices.Tests.Referrals;

/// <summary>A backup from before an erasure comes back; the office has its database for itself meanwhile.</summary>
[Collection(Alone)]
public sealed class When_an_office_is_restored(OfficeNetwork network) : IDisposable
{
    public const string Alone = "voter-registration alone";
    private const string Code = "voter-registration";
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public async Task Should_forget_again_whom_the_backup_knows()
    {
        var office = await network.StartAsync<VoterRegistrationService>(Code);
        var person = ReferralApi.NewPerson();
        await ArriveAsync(office, person);
        await RunAsync("pg_dump", "--format=custom", "--file=" + _file);
        var order = await EraseAsync(office, person);
        (await FindAsync(person)).ShouldBeEmpty();
        var digests = await office.TextsAsync("SELECT encode(digest, 'hex') FROM messaging.erased_reference WHERE order_id = @order", ("order", order));

        await EmptyAsync();
        await RunAsync("pg_restore", "--single-transaction", _file);
        (await FindAsync(person)).ShouldNotBeEmpty("The backup is from before.");
        using var agent = office.At("cnaim-lisboa");
        using var refused = await ReapplyAsync(agent, order, digests);
        using var administrator = office.At("cnaim-lisboa", "administrator");
        using var malformed = await ReapplyAsync(administrator, order, ["no digest"]);
        using var done = await ReapplyAsync(administrator, order, digests);
        using var again = await ReapplyAsync(administrator, order, digests);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        malformed.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await done.JsonAsync(HttpStatusCode.OK)).GetProperty("changed").GetInt32().ShouldBeGreaterThan(0);
        (await again.JsonAsync(HttpStatusCode.OK)).GetProperty("changed").GetInt32().ShouldBe(0);
        (await FindAsync(person)).ShouldBeEmpty();
    }

    public void Dispose() => File.Delete(_file);

    private static Task<HttpResponseMessage> ReapplyAsync(HttpClient client, Guid orderId, IEnumerable<string> digests) =>
        client.PostAsJsonAsync(new Uri("/operator/erasures/reapply", UriKind.Relative), new { orderId, digests }, TestContext.Current.CancellationToken);

    private async Task ArriveAsync(OfficeHost<VoterRegistrationService> office, string person)
    {
        var (id, now) = (Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
        await network.SayAsync("reception", Code, id, new RequestReferral
        {
            ReferralId = id,
            DisclosureId = Guid.CreateVersion7(),
            PersonRef = person,
            Sender = new Party { Office = "reception", Centre = "cnaim-lisboa" },
            Receiver = new Party { Office = Code, Centre = "cnaim-lisboa" },
            Request = "voter-registration.eligibility",
            Priority = "routine",
            AcknowledgeBy = now.AddDays(2),
            ResolveBy = now.AddDays(30),
            RequestedAt = now,
        });
        await Wait.UntilAsync(async () => (await office.TextsAsync("SELECT status FROM referral_received WHERE referral_id = @id", ("id", id))).Count == 1, "the referral");
    }

    private async Task<Guid> EraseAsync(OfficeHost<VoterRegistrationService> office, string person)
    {
        var order = Guid.CreateVersion7();
        await network.SayAsync("screening", Code, order, new ErasePerson { OrderId = order, PersonRefs = [person], DryRun = false, OrderedAt = TimeProvider.System.GetUtcNow() });
        await Wait.UntilAsync(async () => (await office.SentAsync(order, "screening")).Count == 1, "the office to answer the order");
        return order;
    }

    private async Task<IReadOnlyList<string>> FindAsync(string person)
    {
        await using var owner = NpgsqlDataSource.Create(network.Servers.Postgres.Databases.OwnerConnectionString(Code));
        return (await EveryTable.FindAsync(owner, [person], TestContext.Current.CancellationToken)).Hits;
    }

    private async Task EmptyAsync()
    {
        await using var owner = NpgsqlDataSource.Create(network.Servers.Postgres.Databases.OwnerConnectionString(Code));
        await using var command = owner.CreateCommand("""
            DO $$
            DECLARE
                item record;
            BEGIN
                DROP SCHEMA messaging CASCADE;
                FOR item IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' LOOP
                    EXECUTE format('DROP TABLE public.%I CASCADE', item.name);
                END LOOP;
                FOR item IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace LOOP
                    EXECUTE format('DROP FUNCTION %s CASCADE', item.name);
                END LOOP;
            END $$
            """);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        var owner = new NpgsqlConnectionStringBuilder(network.Servers.Postgres.Databases.OwnerConnectionString(Code));
        var start = new ProcessStartInfo(Path.Combine(PostgresBinaries.Require(), program), ["--dbname=" + owner.Database, .. arguments]) { UseShellExecute = false, RedirectStandardError = true };
        (start.Environment["PGHOST"], start.Environment["PGPORT"]) = (owner.Host, owner.Port.ToString(CultureInfo.InvariantCulture));
        (start.Environment["PGUSER"], start.Environment["PGPASSWORD"]) = (owner.Username, owner.Password);
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, errors);
    }
}
