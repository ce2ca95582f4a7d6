using Cnaim.Testing;
using Shouldly;
using Xunit;

namespace Cnaim.Contracts.Tests;

/// <summary>Spectral, as partners use it, finds no error in any published document.</summary>
public sealed class When_documents_are_linted
{
    private static readonly NodeTools Tools = new("spectral", "@stoplight/spectral-cli");

    [Theory]
    [InlineData("openapi/*.json")]
    [InlineData("asyncapi/*.yaml")]
    public async Task Should_have_no_error(string documents)
    {
        var (code, output) = await LintAsync(Repository.At("contracts") + "/" + documents);

        code.ShouldBe(0, output);
        output.ShouldContain("No results with a severity of 'error' found!");
    }

    [Fact]
    public async Task Should_fail_on_a_document_that_is_wrong()
    {
        var wrong = Path.GetTempFileName() + ".json";
        await File.WriteAllTextAsync(wrong, """{"openapi":"3.1.0","info":{"title":"x","version":"v1"},"paths":{"/a/{id}":{"get":{"responses":{"200":{"description":"x"}}}}}}""", TestContext.Current.CancellationToken);

        var (code, output) = await LintAsync(wrong);

        File.Delete(wrong);
        code.ShouldBe(1);
        output.ShouldContain("path-params");
    }

    private static Task<(int Code, string Output)> LintAsync(string documents) =>
        Tools.RunAsync("node", "node_modules/@stoplight/spectral-cli/dist/index.js", "lint", documents, "--ruleset", "ruleset.yaml", "--fail-severity", "error", "--display-only-failures");
}
