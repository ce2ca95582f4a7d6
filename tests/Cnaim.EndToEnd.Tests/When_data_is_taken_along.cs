using System.IO.Compression;
using System.Text.Json;
using Cnaim.EndToEnd.Tests.Support;
using Cnaim.ServiceDefaults.Tables;

namespace Cnaim.EndToEnd.Tests;

/// <summary><c>./cnaim export</c> and <c>./cnaim import</c> as typed, of every kind.</summary>
public sealed class When_data_is_taken_along(PlatformFixture fixture) : IDisposable
{
    private const string Office = "portuguese-language";
    private const string Centre = "cnaim-beja";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cnaim-transfer-");
    private readonly Api _api = new(fixture.Platform);

    [Fact]
    public async Task Should_write_the_directory_as_tables_and_lists()
    {
        await ExportAsync("hsds", "directory.zip");
        using (var archive = ZipFile.OpenRead(At("directory.zip")))
        {
            archive.Entries.Select(entry => entry.Name).ShouldContain("organizations.csv");
        }

        foreach (var kind in new[] { "capacity", "focal-points" })
        {
            var table = Csv.Read(await ExportAsync(kind, "a.csv")).ToList();
            var list = JsonElement.Parse(await ExportAsync(kind, "a.json")).EnumerateArray().ToList();
            list.Count.ShouldBe(table.Count - 1, kind);
            table[0].Cells.ShouldContain("centre");
        }

        Directory.EnumerateFiles(_folder.FullName, "*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_write_an_office_s_referrals_and_nothing_of_a_person()
    {
        var id = (await _api.ReferAsync(Api.Lisbon)).Id;
        await _api.ShouldReachAsync(Api.Agent("health"), id, "requested");

        var table = await ExportAsync("referrals", "health.csv", "--office health");
        Csv.Read(table).Single(row => string.Equals(row.Cells[0], id, StringComparison.Ordinal)).Cells.ShouldContain("received");
        var lines = (await ExportAsync("referrals", "reception.jsonl", "--office reception")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
        lines.Single(line => line.GetProperty("id").ValueEquals(id)).GetProperty("direction").GetString().ShouldBe("sent");
        table.ShouldNotContain("Alecrim-do-norte");
        (await ExportAsync("referrals", "porto.csv", "--office health --centre cnaim-porto")).ShouldNotContain(id);
        (await Rows.ScalarAsync<long>(fixture.Platform, "health", "SELECT count(*) FROM audit_entry WHERE action = 'referral.exported' AND record_id = 'cnaim-lisboa'")).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("export referrals x.csv", "--office CODE")]
    [InlineData("export capacity x.csv --office health", "--office CODE")]
    public async Task Should_say_what_it_needs(string command, string sentence)
    {
        var (exitCode, output, errors) = await fixture.Platform.ShellAsync("./cnaim " + command);
        exitCode.ShouldBe(2, output + errors);
        errors.ShouldContain(sentence);
    }

    [Theory]
    [InlineData("capacity", "centre,office,capacity\r\ncnaim-beja,portuguese-language,8\r\ncnaim-beja,tax,many\r\n", "capacity", "SELECT count(*) FROM office_capacity")]
    [InlineData("focal-points", "centre,office,holder,validFrom\r\ncnaim-beja,portuguese-language,desk 1,2150-01-01\r\ncnaim-beja,tax,desk 1,soon\r\n", "validFrom", "SELECT count(*) FROM focal_point")]
    public async Task Should_name_line_and_column_of_an_error_and_write_nothing(string kind, string content, string column, string count)
    {
        var before = await Rows.ScalarAsync<long>(fixture.Platform, "directory", count);
        await File.WriteAllTextAsync(At("wrong.csv"), content, TestContext.Current.CancellationToken);

        var (exitCode, output, errors) = await fixture.Platform.ShellAsync($"./cnaim import {kind} {At("wrong.csv")}");

        exitCode.ShouldBe(1, output + errors);
        output.ShouldContain($"wrong.csv:3: {column}: ");
        output.ShouldContain("Nothing was written.");
        (await Rows.ScalarAsync<long>(fixture.Platform, "directory", count)).ShouldBe(before);
    }

    [Theory]
    [InlineData("capacity", "a.csv", "centre,office,capacity\r\ncnaim-beja,portuguese-language,{0}\r\n")]
    [InlineData("capacity", "a.json", """[{"centre":"cnaim-beja","office":"portuguese-language","capacity":{0}}]""")]
    [InlineData("focal-points", "a.csv", "centre,office,holder,validFrom,validTo\r\ncnaim-beja,portuguese-language,desk {0},21{0}-01-01,21{0}-01-02\r\n")]
    [InlineData("focal-points", "a.json", """[{"centre":"cnaim-beja","office":"portuguese-language","holder":"desk {0}","validFrom":"21{0}-01-01","validTo":"21{0}-01-02"}]""")]
    public async Task Should_look_without_writing_then_write_and_give_out_what_was_written(string kind, string name, string content)
    {
        var number = name.EndsWith("csv", StringComparison.Ordinal) ? "41" : "42"; // a year, a desk or how many places
        await File.WriteAllTextAsync(At(name), content.Replace("{0}", number, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        (await ImportAsync(kind, name, "--dry-run")).ShouldContain("1 rows are good; nothing was written.");
        (await HasAsync(kind, number)).ShouldBeFalse();
        (await ImportAsync(kind, name)).ShouldContain("1 rows were written.");
        (await HasAsync(kind, number)).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_answer_a_program_with_one_line()
    {
        await File.WriteAllTextAsync(At("a.csv"), $"centre,office,capacity\r\n{Centre},{Office},43\r\n", TestContext.Current.CancellationToken);
        var status = JsonElement.Parse(await ImportAsync("capacity", "a.csv", "--dry-run --json"));
        (status.GetProperty("state").GetString(), status.GetProperty("rows").GetInt32(), status.GetProperty("errors").GetArrayLength()).ShouldBe(("done", 1, 0));
    }

    public void Dispose()
    {
        _api.Dispose();
        _folder.Delete(recursive: true);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private async Task<bool> HasAsync(string kind, string number) => Csv.Read(await ExportAsync(kind, "now.csv")).Any(row =>
        row.Cells[0] is Centre && row.Cells.Contains(Office) && (row.Cells.Contains(number) || row.Cells.Contains("desk " + number)));

    private async Task<string> ExportAsync(string kind, string name, string options = "")
    {
        var (exitCode, output, errors) = await fixture.Platform.ShellAsync($"./cnaim export {kind} {At(name)} {options}");
        exitCode.ShouldBe(0, output + errors);
        output.ShouldContain($"{name}: {new FileInfo(At(name)).Length} bytes.");
        return await File.ReadAllTextAsync(At(name), TestContext.Current.CancellationToken);
    }

    private async Task<string> ImportAsync(string kind, string name, string options = "")
    {
        var (exitCode, output, errors) = await fixture.Platform.ShellAsync($"./cnaim import {kind} {At(name)} {options}");
        exitCode.ShouldBe(0, output + errors);
        return output;
    }
}
