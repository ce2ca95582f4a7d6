using System.Net.Http.Headers;
using System.Text;
using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests;

public sealed class When_a_body_is_not_what_it_should_be(PlatformFixture fixture) : IDisposable
{
    private readonly Api _api = new(fixture.Platform);

    private static readonly Dictionary<string, (byte[] Body, int Status, string Problem)> Bodies = new(StringComparer.Ordinal)
    {
        ["broken"] = (Text("""{"givenNames":"Tília" """), 400, "malformed-json"),
        ["no JSON"] = (Text("givenNames=Tília"), 400, "malformed-json"),
        ["duplicate member"] = (Text("""{"givenNames":"Tília","givenNames":"Urze"}"""), 400, "malformed-request"),
        ["number as name"] = (Text("""{"givenNames":7}"""), 400, "malformed-request"),
        ["not a number"] = (Text("""{"givenNames":NaN}"""), 400, "malformed-json"),
        ["NUL"] = (Text("""{"givenNames":"T\u0000lia"}"""), 400, "malformed-json"),
        ["lone surrogate"] = (Text("""{"givenNames":"T\ud800lia"}"""), 400, "malformed-json"),
        ["invalid UTF-8"] = ([.. Text("{\"givenNames\":\"T"), 0xC3, 0x28, .. Text("\"}")], 400, "malformed-json"),
        ["too deep"] = (Text(string.Concat(Enumerable.Repeat("{\"givenNames\":", 40)) + "1" + new string('}', 40)), 400, "malformed-json"),
        ["too many items"] = (Text("{\"givenNames\":[" + string.Join(',', Enumerable.Repeat("\"a\"", 10_001)) + "]}"), 400, "malformed-json"),
        ["10 MB"] = (Text("{\"givenNames\":\"" + new string('a', 10_000_000) + "\"}"), 413, "body-too-large"),
        ["1 MB name"] = (Text("{\"givenNames\":\"" + new string('a', 1_000_000) + "\"}"), 413, "body-too-large"),
        ["wrong date"] = (Text("""{"givenNames":"Tília","birth":"the day before"}"""), 422, "person-invalid"),
        ["unknown language"] = (Text("""{"givenNames":"Tília","languages":["klingon"]}"""), 422, "person-invalid"),
    };

    /// <summary>By name: a test runner writes each row down several times, and ten megabytes became gigabytes.</summary>
    public static TheoryData<string> Names { get; } = [.. Bodies.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Should_say_so_and_save_nothing(string name)
    {
        var (body, status, problem) = Bodies[name];
        var before = await Rows.CountAllAsync(fixture.Platform);

        var reply = await PostAsync(body, "application/json");

        reply.ShouldBeProblem(status, problem);
        (await Rows.CountAllAsync(fixture.Platform)).ShouldBe(before, name);
    }

    [Fact]
    public async Task Should_refuse_another_media_type_and_save_nothing()
    {
        var before = await Rows.CountAllAsync(fixture.Platform);

        (await PostAsync(Text("""{"givenNames":"Tília"}"""), "text/plain")).ShouldBeProblem(415, "unsupported-media-type");
        (await Rows.CountAllAsync(fixture.Platform)).ShouldBe(before);
    }

    [Fact]
    public async Task Should_still_answer_the_next_request() => (await _api.RegisterAsync(Api.Lisbon, "Tília")).Length.ShouldBe(26);

    [Fact]
    public async Task Should_keep_any_name_as_it_is_written()
    {
        const string Name = "نرگس \u202e नीम 梅花 O'Neem; DROP TABLE person; 👩🏽‍🌾";
        var person = new System.Text.Json.Nodes.JsonObject { ["givenNames"] = "Lótus", ["nameInScript"] = Name.Replace("\u202e", "", StringComparison.Ordinal) };
        var id = (await _api.PostAsync(Api.Lisbon, ApiSteps.People, person)).ShouldBe(System.Net.HttpStatusCode.Created).Id;

        (await _api.GetAsync(Api.Lisbon, $"{ApiSteps.People}/{id}")).Json["nameInScript"]!.ToString().ShouldBe(person["nameInScript"]!.ToString());
    }

    public void Dispose() => _api.Dispose();

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private Task<Reply> PostAsync(byte[] body, string mediaType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return _api.SendAsync(Api.Lisbon, HttpMethod.Post, ApiSteps.People, content, request => request.Headers.Add("Idempotency-Key", Api.NewKey()));
    }
}
