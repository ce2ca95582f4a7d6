using System.Text.Json.Nodes;
using Cnaim.Identity.Clients;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cnaim.Identity.Tokens;

/// <summary>The form of the token endpoint as RFC 6749 and RFC 7523 have it; the handler reads it by hand, so nothing else knows its members.</summary>
internal sealed class DescribeTokenForm : IOpenApiDocumentTransformer
{
    private const string Path = "/connect/token";
    private const string Form = "application/x-www-form-urlencoded";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var body = (OpenApiRequestBody)document.Paths[Path].Operations![HttpMethod.Post].RequestBody!;
        body.Description = "The client proves itself in one way: an assertion that it signs (private_key_jwt), or its secret, in the form or by HTTP Basic.";
        body.Content![Form] = new OpenApiMediaType
        {
            Schema = Schema(),
            Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)
            {
                ["private_key_jwt"] = Example("A signed assertion, as in production", ("client_assertion_type", ClientAssertion.Type), ("client_assertion", "eyJhbGciOiJFUzI1NiIsImtpZCI6InBhcnRuZXItMSJ9.eyJpc3MiOiJ...")),
                ["client_secret"] = Example("A secret, as the sandbox allows", ("client_id", "sandbox-partner"), ("client_secret", "as ./cnaim sandbox --credentials prints it")),
            },
        };
        return Task.CompletedTask;
    }

    private static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string>(StringComparer.Ordinal) { "grant_type" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["grant_type"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [TokenRequest.ClientCredentials], Description = "Always client_credentials." },
            ["client_id"] = Text("The client, with client_secret. Neither is sent beside an assertion or HTTP Basic."),
            ["client_secret"] = Text("The secret of the client; in production clients have none."),
            ["client_assertion_type"] = Text("With client_assertion, always " + ClientAssertion.Type + "."),
            ["client_assertion"] = Text("A JWT that the client signs with its key (ES256 or PS256): 'iss' and 'sub' are the client, 'aud' is this endpoint's address, 'jti' is used once, 'exp' is near."),
            ["scope"] = Text("Some of the client's scopes, parted by blanks; all of them unless said."),
            ["audience"] = Text("Who the token is for: 'cnaim', the gateway, unless said; 'rabbitmq' for the client's own queue, once it is open."),
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiExample Example(string summary, params (string Name, string Value)[] proof) => new()
    {
        Summary = summary,
        Value = new JsonObject(proof.Prepend(("grant_type", TokenRequest.ClientCredentials)).Append(("scope", "referrals.read events.subscribe")).Select(member => KeyValuePair.Create(member.Item1, (JsonNode?)member.Item2))),
    };
}
