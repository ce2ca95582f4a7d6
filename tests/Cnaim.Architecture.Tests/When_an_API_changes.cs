using System.Text.Json.Nodes;
using Cnaim.Architecture.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Cnaim.Architecture.Tests;

/// <summary>What is held against a change of a document: only what a caller would notice.</summary>
public sealed class When_an_API_changes
{
    private const string Document = """
        {
          "paths": {
            "/v1/cases": {
              "post": {
                "parameters": [ { "name": "centre", "in": "query", "schema": { "type": "string" } } ],
                "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NewCase" } } } },
                "x-cnaim-scope": "cases.read",
                "responses": { "201": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Case" } } } } }
              }
            },
            "/v1/open": { "get": { "security": [], "responses": {} } }
          },
          "components": {
            "schemas": {
              "NewCase": { "type": "object", "properties": { "request": { "type": "string" }, "kind": { "type": "string", "enum": [ "new", "known" ] }, "notes": { "type": "array", "items": { "type": "string" } } } },
              "Case": {
                "type": "object",
                "required": [ "id" ],
                "properties": { "id": { "type": "string", "format": "uuid" }, "state": { "type": "string", "enum": [ "open", "closed" ] } }
              }
            }
          }
        }
        """;

    public static TheoryData<string, string?, string> Breaks => new()
    {
        { "paths:/v1/cases", null, "POST /v1/cases is gone" },
        { "paths:/v1/cases:post", null, "POST /v1/cases is gone" },
        { "paths:/v1/cases:post:parameters:0:required", "true", "POST /v1/cases demands the query parameter centre" },
        { "paths:/v1/cases:post:parameters", null, "POST /v1/cases: the query parameter centre is gone" },
        { "paths:/v1/cases:post:requestBody:required", "true", "POST /v1/cases demands a body" },
        { "paths:/v1/cases:post:responses:201", null, "POST /v1/cases: the answer 201 is gone" },
        { "components:schemas:Case:properties:state", null, "Case.state is gone" },
        { "components:schemas:Case:properties:id:format", null, "Case.id was string (uuid) and is string" },
        { "components:schemas:NewCase:properties:notes:items:type", "\"integer\"", "NewCase.notes was array of string and is array of integer" },
        { "paths:/v1/cases:post:x-cnaim-scope", "\"cases.write\"", "POST /v1/cases demands the scope cases.write" },
        { "paths:/v1/open:get:security", null, "GET /v1/open demands a token" },
        { "paths:/v1/cases:post:parameters:0:schema:enum", "[\"lisboa\"]", "POST /v1/cases: the query parameter centre takes no value but \"lisboa\"" },
        { "components:schemas:Case:required", null, "Case may leave id out" },
        { "components:schemas:Case:properties:state:enum", "[\"open\", \"closed\", \"held\"]", "Case.state may be \"held\"" },
        { "components:schemas:Case:properties:state:enum", null, "Case.state may be any value" },
        { "components:schemas:NewCase:properties:kind:enum", "[\"new\"]", "NewCase.kind no longer takes \"known\"" },
        { "components:schemas:NewCase:required", "[\"request\"]", "NewCase demands request" },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Should_name_what_a_caller_loses(string at, string? value, string change) => BreakingChanges.Between(Document, Changed(at, value)).ShouldBe([change]);

    [Theory]
    [InlineData("paths:/v1/closed", "{ \"get\": { \"responses\": {} } }")]
    [InlineData("paths:/v1/cases:post:parameters:0:description", "\"Where\"")]
    [InlineData("paths:/v1/cases:post:responses:409", "{ \"description\": \"No\" }")]
    [InlineData("components:schemas:Case:properties:note", "{ \"type\": \"string\" }")]
    [InlineData("components:schemas:Case:required", "[\"id\", \"state\"]")]
    [InlineData("components:schemas:Case:properties:state:enum", "[\"open\"]")]
    [InlineData("components:schemas:NewCase:properties:kind:enum", "[\"new\", \"known\", \"other\"]")]
    [InlineData("paths:/v1/cases:post:x-cnaim-right", "\"cases.open\"")]
    [InlineData("components:schemas:NewCase:properties:note", "{ \"type\": \"string\" }")]
    public void Should_let_more_be_added(string at, string value) => BreakingChanges.Between(Document, Changed(at, value)).ShouldBeEmpty();

    private static string Changed(string at, string? value)
    {
        var root = JsonNode.Parse(Document)!;
        var steps = at.Split(':');
        var parent = steps[..^1].Aggregate(root, (node, step) => node is JsonArray items ? items[int.Parse(step, provider: null)]! : node[step]!).AsObject();
        parent.Remove(steps[^1]);
        if (value is not null)
        {
            parent[steps[^1]] = JsonNode.Parse(value);
        }

        return root.ToJsonString();
    }
}
