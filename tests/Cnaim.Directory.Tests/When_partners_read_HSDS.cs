using System.Net;
using System.Text.Json;

namespace Cnaim.Directory.Tests;

public sealed class When_partners_read_HSDS(DirectoryUnderTest directory) : IClassFixture<DirectoryUnderTest>
{
    [Theory]
    [InlineData("organizations", 97, "name", "description")]
    [InlineData("services", 29, "name", "status")]
    [InlineData("locations", 121, "name", "location_type")]
    [InlineData("service_at_locations", 145, "service_id", "location_id")]
    [InlineData("languages", 90, "name", "code")]
    [InlineData("taxonomies", 2, "name", "description")]
    [InlineData("taxonomy_terms", 226, "name", "code")]
    public async Task Should_page_through_all_of_a_kind(string kind, int total, params string[] required)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 1; ; number++)
        {
            var page = await directory.GetAsync($"/v1/{kind}?page={number}&per_page=40");
            (page.GetProperty("total_items").GetInt32(), page.GetProperty("page_number").GetInt32(), page.GetProperty("first_page").GetBoolean()).ShouldBe((total, number, number == 1));
            foreach (var item in page.GetProperty("contents").EnumerateArray())
            {
                ids.Add(item.GetProperty("id").GetString()!).ShouldBeTrue();
                required.ShouldAllBe(member => item.GetProperty(member).ValueKind == JsonValueKind.String);
            }

            if (page.GetProperty("last_page").GetBoolean())
            {
                break;
            }
        }

        ids.Count.ShouldBe(total);
    }

    [Theory]
    [InlineData("organizations")]
    [InlineData("services")]
    [InlineData("locations")]
    [InlineData("service_at_locations")]
    [InlineData("schedules")]
    [InlineData("taxonomy_terms")]
    public async Task Should_find_each_by_its_id(string kind)
    {
        var first = (await directory.GetAsync($"/v1/{kind}?per_page=1")).GetProperty("contents")[0].GetProperty("id").GetString();
        (await directory.GetAsync($"/v1/{kind}/{first}")).GetProperty("id").GetString().ShouldBe(first);
        (await directory.Client.GetAsync($"/v1/{kind}/{Guid.NewGuid()}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Should_nest_a_service_with_its_organization_and_places()
    {
        var id = (await directory.GetAsync("/v1/services?search=housing")).GetProperty("contents")[0].GetProperty("id").GetString();
        var service = await directory.GetAsync("/v1/services/" + id);
        service.GetProperty("organization").GetProperty("id").GetString().ShouldBe(service.GetProperty("organization_id").GetString());
        service.GetProperty("service_at_locations")[0].GetProperty("location").GetProperty("slug").GetString().ShouldBe("cnaim-lisboa");
    }

    [Theory]
    [InlineData("/v1/locations?search=S%C3%83O%20TEOT", 1)]
    [InlineData("/v1/locations?search=sao%20teot", 1)]
    [InlineData("/v1/locations?search=%25", 0)]
    [InlineData("/v1/locations?search=_________", 0)]
    [InlineData("/v1/locations?search=%27%20OR%201%3D1%20--", 0)]
    [InlineData("/v1/locations?dico=0205", 2)]
    [InlineData("/v1/taxonomy_terms?top_only=true&search=housing", 1)]
    public async Task Should_search_as_people_write(string path, int found) =>
        (await directory.GetAsync(path)).GetProperty("total_items").GetInt32().ShouldBe(found);

    [Fact]
    public async Task Should_answer_an_empty_page_beyond_the_end()
    {
        var page = await directory.GetAsync("/v1/services?page=99");
        page.GetProperty("empty").GetBoolean().ShouldBeTrue();
        page.GetProperty("contents").GetArrayLength().ShouldBe(0);
    }
}
