using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Cnaim.ServiceDefaults.Tables;
using Cnaim.Testing;

namespace Cnaim.Directory.Tests;

/// <summary>The directory as files: HSDS 3 by the field names of its public schema, and capacity for a spreadsheet.</summary>
public sealed class When_the_directory_is_taken_along(DirectoryUnderTest directory) : IClassFixture<DirectoryUnderTest>
{
    private static readonly JsonElement Public = JsonElement.Parse(File.ReadAllText(Repository.At("tests", "Cnaim.Directory.Tests", "hsds-3-fields.json"))).GetProperty("tables");

    [Fact]
    public async Task Should_use_the_tables_and_fields_of_HSDS_3_and_leave_nothing_out_that_it_demands()
    {
        var tables = await TablesAsync();
        tables.Keys.ShouldBe(["organizations.csv", "services.csv", "locations.csv", "service_at_location.csv", "addresses.csv", "phones.csv", "schedules.csv", "languages.csv", "taxonomies.csv", "taxonomy_terms.csv"]);
        foreach (var (name, rows) in tables)
        {
            Public.TryGetProperty(name, out var known).ShouldBeTrue(name);
            var fields = known.GetProperty("fields").EnumerateArray().Select(field => field.GetString()).ToList();
            var header = rows[0].Cells;
            header.ShouldBeSubsetOf(fields, name);
            foreach (var demanded in known.GetProperty("required").EnumerateArray().Select(field => field.GetString()!))
            {
                header.ShouldContain(demanded, name);
                rows.Skip(1).ShouldAllBe(row => row.Cells[header.ToList().IndexOf(demanded)].Length > 0, $"{name}: {demanded}");
            }

            rows.Skip(1).Select(row => row.Cells[0]).ShouldBeUnique();
        }
    }

    [Fact]
    public async Task Should_hold_all_and_link_only_to_what_is_there()
    {
        var tables = await TablesAsync();
        foreach (var (file, total) in (IEnumerable<(string, int)>)[("organizations.csv", 97), ("services.csv", 29), ("locations.csv", 121), ("service_at_location.csv", 145)])
        {
            tables[file].Count.ShouldBe(total + 1, file);
        }

        var (services, locations) = (Ids(tables["services.csv"], "id"), Ids(tables["locations.csv"], "id"));
        Ids(tables["service_at_location.csv"], "service_id").ShouldBeSubsetOf(services);
        Ids(tables["service_at_location.csv"], "location_id").ShouldBeSubsetOf(locations);
        Ids(tables["addresses.csv"], "location_id").ShouldBeSubsetOf(locations);
    }

    [Fact]
    public async Task Should_need_no_token_and_be_the_same_file_while_nothing_changed()
    {
        using var stranger = new HttpClient { BaseAddress = directory.Client.BaseAddress };
        var first = await stranger.GetAsync("/v1/export/hsds", TestContext.Current.CancellationToken);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        var bytes = await first.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        (await stranger.GetByteArrayAsync("/v1/export/hsds", TestContext.Current.CancellationToken)).ShouldBe(bytes);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/v1/export/hsds");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await stranger.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await stranger.GetAsync("/v1/export/capacity", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Should_give_capacity_as_the_centres_have_it()
    {
        var rows = Csv.Read(await directory.Client.GetStringAsync("/v1/export/capacity", TestContext.Current.CancellationToken)).ToList();
        var centres = await directory.ItemsAsync("/v1/centres?limit=500");
        rows[0].Cells.ShouldBe(["centre", "name", "municipality", "office", "capacity", "focalPoint", "focalPointAssumed"]);
        rows.Count.ShouldBe(1 + centres.Sum(centre => centre.GetProperty("offices").GetArrayLength()));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("a \"b\", c;\r\nd")]
    [InlineData("")]
    [InlineData("são")]
    public void Should_be_read_as_it_was_written_and_be_no_formula(string text)
    {
        var line = Csv.Line([text, "end"]);
        (line.TrimStart('"') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]).ShouldBeFalse();
        Csv.Read(line).Single().Cells.ShouldBe([text, "end"]);
    }

    [Fact]
    public void Should_say_where_a_row_begins_and_what_is_broken()
    {
        Csv.Read("a;b\r\n\r\n\"x\ny\";1\r\n2;3").Select(row => (row.Line, row.Cells.Count)).ShouldBe([(1, 2), (3, 2), (5, 2)]);
        Should.Throw<FormatException>(() => Csv.Read("a,b\n\"x,1\n").ToList()).Message.ShouldContain("Line 2");
        Should.Throw<FormatException>(() => Csv.Read("a,b\n\"x\"y,1\n").ToList()).Message.ShouldContain("Line 2");
    }

    private static List<string> Ids(IReadOnlyList<CsvRow> table, string field)
    {
        var column = table[0].Cells.ToList().IndexOf(field);
        return [.. table.Skip(1).Select(row => row.Cells[column]).Distinct(StringComparer.Ordinal)];
    }

    private async Task<Dictionary<string, IReadOnlyList<CsvRow>>> TablesAsync()
    {
        var bytes = await directory.Client.GetByteArrayAsync("/v1/export/hsds", TestContext.Current.CancellationToken);
        using var archive = new ZipArchive(new MemoryStream(bytes));
        var tables = new Dictionary<string, IReadOnlyList<CsvRow>>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            tables[entry.Name] = [.. Csv.Read(await reader.ReadToEndAsync(TestContext.Current.CancellationToken))];
        }

        return tables;
    }
}
