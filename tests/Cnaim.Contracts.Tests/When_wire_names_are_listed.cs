using Cnaim.Testing;
using Shouldly;
using Xunit;

namespace Cnaim.Contracts.Tests;

public sealed class When_wire_names_are_listed
{
    [Fact]
    public void Should_equal_the_approved_list()
    {
        var lines = Catalogue.Messages.Select(message => $"{message.WireType} urn:message:{message.Type.Namespace}:{message.Type.Name}");

        ApprovedFile.ShouldEqual(Repository.At("tests", "Cnaim.Contracts.Tests", "wire-names.approved.txt"), string.Join('\n', lines), MessageChanges.OfNames);
    }

    [Fact]
    public void Should_be_unique() => Catalogue.Messages.Select(message => message.WireType).ShouldBeUnique(StringComparer.Ordinal);

    [Fact]
    public void Should_end_with_the_major_version() =>
        Catalogue.Messages.Where(message => !message.WireType.EndsWith($".v{message.Major}", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Messages))]
    public void Should_have_the_approved_schema(string name)
    {
        var message = Catalogue.Messages.Single(message => string.Equals(message.Type.Name, name, StringComparison.Ordinal));

        ApprovedFile.ShouldEqual(Repository.At("contracts", "asyncapi", "schemas", message.SchemaName + ".json"), Schemas.Render(message), MessageChanges.OfSchema);
    }

    [Fact]
    public void Should_leave_no_schema_without_a_message()
    {
        var files = Repository.Files("contracts/asyncapi/schemas", ".json").Select(file => Path.GetFileNameWithoutExtension(file)!);

        files.Where(file => !file.EndsWith(".received", StringComparison.Ordinal)).Except(Catalogue.Messages.Select(message => message.SchemaName), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Should_have_the_approved_AsyncAPI_document() =>
        ApprovedFile.ShouldEqual(Repository.At("contracts", "asyncapi", "cnaim.yaml"), AsyncApi.Render(Topology.Load()), MessageChanges.OfDocument);

    public static TheoryData<string> Messages() => [.. Catalogue.Messages.Select(message => message.Type.Name)];
}
