using System.Net;
using Cnaim.Health;
using Cnaim.Housing;
using Cnaim.Offices.Tests.Support;
using Cnaim.Tax;
using Cnaim.Testing;

namespace Cnaim.Offices.Tests.Rights;

/// <summary>The matrix of rights against running offices over HTTP, and what a record's centre has to say.</summary>
public sealed class When_rights_are_asked_for(OfficeNetwork network)
{
    [Fact]
    public async Task Should_answer_every_caller_at_an_agency_as_the_table_says() => await CompareAsync(await network.StartAsync<HealthService>("health"));

    [Fact]
    public async Task Should_answer_every_caller_at_a_support_office_as_the_table_says() => await CompareAsync(await network.StartAsync<HousingService>("housing"));

    [Theory]
    [InlineData("reception")]
    [InlineData("mediator")]
    [InlineData("office-agent")]
    [InlineData("focal-point")]
    [InlineData("coordinator")]
    public async Task Should_show_a_case_at_its_own_centre_and_nowhere_else(string role)
    {
        var office = await network.StartAsync<TaxService>("tax");
        using var desk = office.At("cnaim-lisboa", role);
        var id = await desk.OpenCaseAsync("tax.nif");
        using var elsewhere = office.At("cnaim-faro", role);
        using var other = office.At("cnaim-lisboa", role, "health");

        (await StatusAsync(desk, id), await StatusAsync(elsewhere, id), await StatusAsync(elsewhere, Guid.NewGuid()), await StatusAsync(other, id))
            .ShouldBe((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Forbidden));
    }

    private async Task CompareAsync<TMarker>(OfficeHost<TMarker> office)
        where TMarker : class
    {
        using var client = office.Anonymous();
        var (calls, differences) = await RightsOnTheWire.CompareAsync(
            office.Code,
            client,
            caller => network.Identity.TokenOf(office.Code, caller.Office, caller.Centre, caller.Role, caller.Scopes),
            TestContext.Current.CancellationToken);
        differences.ShouldBeEmpty();
        calls.ShouldBeGreaterThan(1000);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, Guid id)
    {
        using var answer = await client.GetAsync(new Uri($"/v1/cases/{id}", UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
