using System.Net;
using System.Text.Json.Nodes;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>One answer of the gateway, exactly as it came.</summary>
internal sealed record Reply(HttpStatusCode Status, string? MediaType, string? ETag, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string Id => Json["id"]!.ToString();

    public string? Problem => MediaType is "application/problem+json" ? Json["type"]?.ToString() : null;

    /// <summary>Asserts the status and gives the body into the failure.</summary>
    public Reply ShouldBe(HttpStatusCode expected)
    {
        Status.ShouldBe(expected, Text);
        return this;
    }

    /// <summary>Asserts a problem with its status and code, and that it tells nothing of the inside.</summary>
    public Reply ShouldBeProblem(int status, string code)
    {
        ((int)Status).ShouldBe(status, Text);
        MediaType.ShouldBe("application/problem+json");
        Json["type"]!.ToString().ShouldBe("urn:cnaim:problem:" + code, Text);
        Json["status"]!.GetValue<int>().ShouldBe(status);
        Text.ShouldNotContain("   at ");
        Text.ShouldNotContain("Npgsql");
        return this;
    }
}
