using System.Text.Json.Nodes;
using Cnaim.Testing;
using Shouldly;
using Xunit;

namespace Cnaim.Contracts.Tests;

/// <summary>What is held against a change of a message before it can be approved: only what senders, receivers or partners would notice.</summary>
public sealed class When_a_message_changes
{
    private static readonly string Names = Read("tests", "Cnaim.Contracts.Tests", "wire-names.approved.txt");

    private static readonly string Document = Read("contracts", "asyncapi", "cnaim.yaml");

    private static readonly string Schema = Read("contracts", "asyncapi", "schemas", "referral.requested.v1.json");

    public static TheoryData<string, string?, string> Breaks => new()
    {
        { "properties:referralId", null, "ReferralRequested.referralId is gone" },
        { "properties:outcome", null, "ReferralRequested.outcome is gone" },
        { "properties:status:type", "\"integer\"", "ReferralRequested.status was string and is integer" },
        { "properties:occurredAt:format", "\"date\"", "ReferralRequested.occurredAt was string (date-time) and is string (date)" },
        { "required", """["referralId", "sender", "receiver", "status", "centre", "occurredAt", "request"]""", "ReferralRequested demands request" },
        { "required", """["referralId", "sender", "receiver", "status", "occurredAt"]""", "ReferralRequested may leave centre out" },
        { "properties:status:enum", """["requested"]""", "ReferralRequested.status takes no value but \"requested\"" },
        { "$id", "\"urn:cnaim:schema:other\"", "The schema: $id was urn:cnaim:schema:pt.cnaim.referral.requested.v1 and is urn:cnaim:schema:other" },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Should_name_what_is_lost_in_a_schema(string at, string? value, string change) => MessageChanges.OfSchema(Schema, Changed(Schema, at, value)).ShouldBe([change]);

    [Fact]
    public void Should_name_a_value_that_is_gone_and_one_that_is_new()
    {
        var closed = Changed(Schema, "properties:status:enum", """["requested", "held"]""");

        MessageChanges.OfSchema(closed, Changed(Schema, "properties:status:enum", """["requested"]""")).ShouldBe(["ReferralRequested.status no longer takes \"held\""]);
        MessageChanges.OfSchema(closed, Changed(Schema, "properties:status:enum", """["requested", "held", "lost"]""")).ShouldBe(["ReferralRequested.status may be \"lost\""]);
    }

    [Theory]
    [InlineData("properties:later", """{ "type": ["string", "null"] }""")]
    [InlineData("properties:status:description", "\"In other words.\"")]
    [InlineData("title", "\"ReferralRequested\"")]
    public void Should_let_a_schema_grow(string at, string value) => MessageChanges.OfSchema(Schema, Changed(Schema, at, value)).ShouldBeEmpty();

    [Fact]
    public void Should_name_a_type_that_is_gone() =>
        MessageChanges.OfNames(Names, string.Join('\n', Names.Split('\n').Where(line => !line.StartsWith("pt.cnaim.referral.held.v1 ", StringComparison.Ordinal))))
            .ShouldBe(["pt.cnaim.referral.held.v1 is gone or named otherwise"]);

    [Fact]
    public void Should_let_a_type_be_added() => MessageChanges.OfNames(Names, Names + "\npt.cnaim.referral.lost.v1 urn:message:X").ShouldBeEmpty();

    [Theory]
    [InlineData("address: partner.{client}", "address: partners.{client}", "channel partner-queue: address was partner.{client} and is partners.{client}")]
    [InlineData("          sequence:\n", "          place:\n", "message PartnerEvent, body.sequence is gone")]
    [InlineData("        ce-audience:\n", "        ce-for:\n", "schema Attributes.ce-audience is gone")]
    [InlineData("      name: pt.cnaim.referral.held.v1\n", "      name: pt.cnaim.referral.kept.v1\n", "message ReferralHeld: name was pt.cnaim.referral.held.v1 and is pt.cnaim.referral.kept.v1")]
    [InlineData("schemas/referral.held.v1.json", "schemas/referral.held.v2.json", "message ReferralHeld, body.message was referral.held.v1.json and is referral.held.v2.json")]
    public void Should_name_what_is_lost_in_the_document(string was, string present, string change)
    {
        Document.ShouldContain(was);
        MessageChanges.OfDocument(Document, Document.Replace(was, present, StringComparison.Ordinal)).ShouldBe([change]);
    }

    private static string Read(params string[] path) => File.ReadAllText(Repository.At(path));

    private static string Changed(string schema, string at, string? value)
    {
        var (root, steps) = (JsonNode.Parse(schema)!, at.Split(':'));
        var parent = steps[..^1].Aggregate(root, (node, step) => node[step]!).AsObject();
        parent.Remove(steps[^1]);
        if (value is not null)
        {
            parent[steps[^1]] = JsonNode.Parse(value);
        }

        return root.ToJsonString();
    }
}
