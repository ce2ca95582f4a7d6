using Cnaim.Testing;
using Shouldly;
using Xunit;

namespace Cnaim.Contracts.Tests;

/// <summary>The official parser reads the document, all schemas included.</summary>
public sealed class When_the_AsyncAPI_document_is_read
{
    private static readonly NodeTools Tools = new("asyncapi", "@asyncapi/parser");

    [Fact]
    public async Task Should_be_valid_for_the_official_parser()
    {
        var (code, output) = await Tools.RunAsync("node", "validate.mjs", Repository.At("contracts", "asyncapi", "cnaim.yaml"));

        code.ShouldBe(0, output);
        output.ShouldContain($"messages: {Catalogue.Messages.Count + 1}"); // and what a partner's queue holds
    }

    [Fact]
    public async Task Should_be_refused_when_a_reference_is_broken()
    {
        var broken = Repository.At("contracts", "asyncapi", "broken.received.yaml");
        var document = await File.ReadAllTextAsync(Repository.At("contracts", "asyncapi", "cnaim.yaml"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(broken, document.Replace("'#/channels/commands'", "'#/channels/nowhere'", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (code, _) = await Tools.RunAsync("node", "validate.mjs", broken);

        File.Delete(broken);
        code.ShouldNotBe(0);
    }
}
