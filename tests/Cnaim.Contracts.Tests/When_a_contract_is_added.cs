using Cnaim.Testing;
using Shouldly;
using Xunit;

namespace Cnaim.Contracts.Tests;

public sealed class When_a_contract_is_added
{
    private static readonly string Readme = File.ReadAllText(Repository.At("contracts", "README.md"));

    private static readonly string Document = File.ReadAllText(Repository.At("contracts", "asyncapi", "cnaim.yaml"));

    private static readonly Topology Topology = Topology.Load();

    [Fact]
    public void Should_be_marked_as_command_or_event()
    {
        var unmarked = Catalogue.Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.Namespace is "Cnaim.Contracts.Commands" or "Cnaim.Contracts.Events")
            .Where(type => !Catalogue.Messages.Any(message => message.Type == type) && type.IsClass)
            .Select(type => type.Name);

        unmarked.ShouldBeEmpty();
        Catalogue.Commands.ShouldNotBeEmpty();
        Catalogue.Events.ShouldNotBeEmpty();
    }

    [Fact]
    public void Should_be_in_the_catalogue_with_its_wire_type() =>
        Catalogue.Messages.Where(message => !Readme.Contains($"`{message.Type.Name}`", StringComparison.Ordinal) || !Readme.Contains($"`{message.WireType}`", StringComparison.Ordinal))
            .ShouldBeEmpty("contracts/README.md lists every message (style.md rule 14)");

    [Fact]
    public void Should_link_its_schema_in_the_catalogue() =>
        Catalogue.Messages.Where(message => !Readme.Contains($"asyncapi/schemas/{message.SchemaName}.json", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Should_have_a_line_of_history() =>
        Catalogue.Messages.Where(message => !History().Contains($"`{message.Type.Name}`", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Should_be_in_the_AsyncAPI_document() =>
        Catalogue.Messages.Where(message => !Document.Contains($"name: {message.WireType}\n", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Should_have_a_sender_in_the_topology_when_it_is_a_command() =>
        Catalogue.Commands.Where(message => !Topology.Kinds.Values.Any(kind => kind.Sends.ContainsKey(message.Name))).ShouldBeEmpty();

    [Fact]
    public void Should_have_a_publisher_and_a_reader_in_the_topology_when_it_is_an_event()
    {
        Catalogue.Events.Where(message => !Topology.Kinds.Values.Any(kind => kind.Publishes.Exists(prefix => message.Name.StartsWith(prefix + ".", StringComparison.Ordinal))))
            .ShouldBeEmpty();
        Topology.Kinds.Values.ShouldContain(kind => kind.Reads.Count > 0);
    }

    [Fact]
    public void Should_leave_no_name_in_the_topology_without_a_record() =>
        Topology.Kinds.Values.SelectMany(kind => kind.Sends.Keys).Distinct(StringComparer.Ordinal)
            .Except(Catalogue.Commands.Select(message => message.Name), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Should_leave_no_event_to_the_offices() =>
        Topology.Kinds["office"].Reads.ShouldBeEmpty("offices never bind events: who is referred where would leak (integration.md section 3)");

    private static string History() => Readme[Readme.IndexOf("## History", StringComparison.Ordinal)..];
}
