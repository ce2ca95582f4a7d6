using Cnaim.Gateway.Counter.Kept;
using Cnaim.Gateway.Counter.Pages.People;
using Cnaim.ServiceDefaults.Protection;
using Cnaim.Testing.Edge;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Cnaim.Gateway.Tests.Counter;

public sealed class When_forms_are_kept(GatewayUnderTest gateway) : IAsyncDisposable
{
    private static readonly FieldProtection Protection = new(new ConfigurationBuilder().AddInMemoryCollection([new("Protection:Key", Convert.ToBase64String(new byte[32]))]).Build());
    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(gateway.Database);

    private KeptForms Forms => new(_database, Protection, TimeProvider.System);

    [Fact]
    public async Task Should_open_for_their_owner_alone()
    {
        var id = await KeepAsync();
        (await FindAsync(id, "staff:1")).ShouldBe(new SearchTerms("Murta", "1990"));
        (await FindAsync(id, "staff:2")).ShouldBeNull();
        (await Forms.FindAsync<LateForm>(id, "staff:1", TestContext.Current.CancellationToken)).ShouldBeNull(); // another kind of form
        (await FindAsync(Guid.NewGuid(), "staff:1")).ShouldBeNull();
    }

    [Fact]
    public async Task Should_end_with_their_time_and_be_swept()
    {
        var id = await KeepAsync(TimeSpan.Zero);
        (await FindAsync(id, "staff:1")).ShouldBeNull();
        (await CountAsync(id)).ShouldBe(1);
        await Forms.SweepAsync(TestContext.Current.CancellationToken);
        (await CountAsync(id)).ShouldBe(0);
    }

    [Fact]
    public async Task Should_be_unreadable_where_they_lie()
    {
        var id = await KeepAsync();
        var row = (string)(await PostgresFixture.ExecuteAsync(gateway.Database, $"SELECT encode(sealed, 'escape') FROM kept_form WHERE form_id = '{id}'"))!;
        row.ShouldNotContain("Murta");
        row.ShouldNotContain("staff:1");
    }

    [Fact]
    public async Task Should_take_a_late_form_of_a_page_that_was_shown_to_its_owner()
    {
        var kept = await LateAsync(form => form["csrf"] = "a");
        kept.ShouldNotBeNull();
        var form = await Forms.FindAsync<LateForm>(kept.Value, "staff:1", TestContext.Current.CancellationToken);
        form!.Address.ShouldBe("/people/new");
        form.Fields.ShouldBe([KeyValuePair.Create("Name", "Murta"), KeyValuePair.Create("Key", "k")]);
    }

    [Theory]
    [InlineData("csrf", "b")]
    [InlineData("owner", "bm9ib2R5")]
    [InlineData("owner", "")]
    public async Task Should_take_no_form_that_others_made(string field, string value) => (await LateAsync(form => form[field] = value)).ShouldBeNull();

    [Fact]
    public async Task Should_take_no_form_from_elsewhere() => (await LateAsync(_ => { }, site: "cross-site")).ShouldBeNull();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<Guid?> LateAsync(Action<Dictionary<string, string>> change, string site = "same-origin")
    {
        var late = new LateForms(Forms, Protection);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["csrf"] = "a", ["owner"] = late.SealOwner("staff:1", "a"), ["Name"] = "Murta", ["Key"] = "k" };
        change(fields);
        using var content = new FormUrlEncodedContent(fields);
        var body = await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var context = new DefaultHttpContext();
        (context.Request.Path, context.Request.ContentType, context.Request.ContentLength) = ("/people/new", "application/x-www-form-urlencoded", body.Length);
        context.Request.Headers["Sec-Fetch-Site"] = site;
        context.Request.Body = new MemoryStream(body);
        return await late.KeepAsync(context.Request, address: null, TestContext.Current.CancellationToken);
    }

    private Task<Guid> KeepAsync(TimeSpan? life = null) => Forms.KeepAsync("staff:1", new SearchTerms("Murta", "1990"), life ?? SearchTerms.Life, TestContext.Current.CancellationToken);

    private Task<SearchTerms?> FindAsync(Guid id, string owner) => Forms.FindAsync<SearchTerms>(id, owner, TestContext.Current.CancellationToken);

    private async Task<long> CountAsync(Guid id) => (long)(await PostgresFixture.ExecuteAsync(gateway.Database, $"SELECT count(*) FROM kept_form WHERE form_id = '{id}'"))!;
}
