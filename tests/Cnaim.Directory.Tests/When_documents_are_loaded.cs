using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Testing.Edge;

namespace Cnaim.Directory.Tests;

public sealed class When_documents_are_loaded(DirectoryUnderTest directory, PostgresFixture postgres) : IClassFixture<DirectoryUnderTest>
{
    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "config", "directory", "data");

    [Fact]
    public async Task Should_leave_unchanged_documents_alone()
    {
        var before = await LoadedAsync(directory.Database);
        await using (await directory.StartAsync(directory.Database))
        {
        }

        (await LoadedAsync(directory.Database)).ShouldBe(before);
    }

    [Fact]
    public async Task Should_replace_everything_when_a_document_changed()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using (await directory.StartAsync(database))
        {
        }

        var before = await LoadedAsync(database);
        var folder = CopyWith("\"CNAIM Lisbon\"", "\"CNAIM Lisboa (Anjos)\"");
        await using var changed = await directory.StartAsync(database, folder);
        changed.Client.DefaultRequestHeaders.Authorization = directory.Client.DefaultRequestHeaders.Authorization;
        (await LoadedAsync(database)).ShouldNotBe(before);
        var centre = await changed.Client.GetFromJsonAsync<JsonElement>("/v1/centres/cnaim-lisboa", TestContext.Current.CancellationToken);
        centre.GetProperty("name").GetString().ShouldBe("CNAIM Lisboa (Anjos)");
        (await PostgresFixture.ExecuteAsync(database, "SELECT count(code) FROM centre")).ShouldBe(121L);
    }

    [Fact]
    public async Task Should_keep_the_old_directory_when_a_document_is_broken()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using (await directory.StartAsync(database))
        {
        }

        var before = await LoadedAsync(database);
        var folder = CopyWith("\"slug\": \"cnaim-lisboa\"", "\"slug\": \"cnaim-porto\"");
        await Should.ThrowAsync<InvalidOperationException>(() => directory.StartAsync(database, folder));
        (await LoadedAsync(database)).ShouldBe(before);
        (await PostgresFixture.ExecuteAsync(database, "SELECT count(code) FROM centre")).ShouldBe(121L);
    }

    private static Task<object?> LoadedAsync(string database) => PostgresFixture.ExecuteAsync(database, "SELECT checksum || loaded_at FROM directory_version");

    private static string CopyWith(string text, string replacement)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("cnaim-documents-").FullName;
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        foreach (var file in System.IO.Directory.GetFiles(Shipped))
        {
            var content = File.ReadAllText(file);
            var target = Path.Combine(folder, Path.GetFileName(file));
            File.WriteAllText(target, content.Replace(text, replacement, StringComparison.Ordinal));
            File.SetUnixFileMode(target, (UnixFileMode)0b110_100_100);
        }

        return folder;
    }
}
