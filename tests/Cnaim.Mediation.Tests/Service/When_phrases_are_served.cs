using System.Net;

namespace Cnaim.Mediation.Tests.Service;

public sealed class When_phrases_are_served(MediationUnderTest mediation)
{
    [Theory]
    [InlineData("/v1/phrases")]
    [InlineData("/v1/phrases/ar")]
    [InlineData("/v1/phrases/kea")]
    public async Task Should_be_for_everybody_and_keep_for_a_day(string path)
    {
        using var anybody = mediation.Anonymous();
        using var answer = await anybody.ReadAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=86400");
        anybody.DefaultRequestHeaders.IfNoneMatch.Add(answer.Headers.ETag!);
        using var again = await anybody.ReadAsync(path);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Should_tell_who_has_no_texts_to_ask_a_mediator()
    {
        using var anybody = mediation.Anonymous();

        var board = await anybody.GetJsonAsync("/v1/phrases/kea");

        (board.Text("marker"), board.GetProperty("missing").GetArrayLength()).ShouldBe(("ask-a-mediator", 42));
        board.GetProperty("themes")[0].GetProperty("phrases")[0].GetProperty("text").Text("lang").ShouldBe("pt-PT");
        (await anybody.GetJsonAsync("/v1/phrases")).GetProperty("languages").GetArrayLength().ShouldBe(14);
        using var none = await anybody.ReadAsync("/v1/phrases/xx");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        none.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }
}
