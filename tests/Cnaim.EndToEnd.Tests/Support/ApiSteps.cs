using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Cnaim.Demo.Gateway;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>The steps of a visit that many tests begin with.</summary>
internal static class ApiSteps
{
    public const string People = "/api/screening/v1/people";
    public const string Interviews = "/api/screening/v1/interviews";
    public const string Consents = "/api/screening/v1/consents";
    public const string Sent = "/api/reception/v1/referrals";

    public static async Task<string> RegisterAsync(this Api api, Desk desk, string name = "Alecrim-do-norte") =>
        (await api.PostAsync(desk, People, new JsonObject { ["givenNames"] = name })).ShouldBe(HttpStatusCode.Created).Id;

    public static async Task<string> InterviewAsync(this Api api, Desk desk, string personId, string? date = null)
    {
        var body = new JsonObject { ["personId"] = personId, ["language"] = "por", ["channel"] = "counter" };
        if (date is not null)
        {
            body["date"] = date;
        }

        return (await api.PostAsync(desk, Interviews, body)).ShouldBe(HttpStatusCode.Created).Id;
    }

    /// <summary>Answers whatever is asked next, until nothing is.</summary>
    /// <returns>How many questions that were.</returns>
    public static async Task<int> AnswerAllAsync(this Api api, Desk desk, string interview)
    {
        var questions = (await api.GetAsync(desk, "/api/screening/v1/rules/questions")).ShouldBe(HttpStatusCode.OK).Json["questions"]!.AsArray().ToDictionary(question => question!["code"]!.ToString(), question => question!, StringComparer.Ordinal);
        var answered = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var now = (await api.GetAsync(desk, $"{Interviews}/{interview}")).ShouldBe(HttpStatusCode.OK);
            var open = now.Json["nextQuestions"]!.AsArray().Select(code => code!.ToString()).Where(answered.Add).ToList();
            if (open.Count == 0)
            {
                return now.Json["answers"]!.AsObject().Count;
            }

            var answers = new JsonObject(open.Select(code => KeyValuePair.Create(code, AnswerTo(questions[code]))));
            (await api.PutAsync(desk, $"{Interviews}/{interview}/answers", answers, now.ETag)).ShouldBe(HttpStatusCode.OK);
        }
    }

    // The second option: the first is often "none", after which nothing is asked.
    private static JsonNode? AnswerTo(JsonNode question)
    {
        JsonNode? one = question["type"]!.ToString() switch
        {
            "number" => 2,
            "text" => "Lisboa",
            "date" => "2027-01-31",
            "approximate-date" => "2020-05",
            "country" => "CV",
            "language" => "kea",
            _ => question["options"]![1]!["code"]!.ToString(),
        };
        return question["multiple"]?.GetValue<bool>() is true || question["type"]!.ToString() is "multi" ? new JsonArray(one) : one;
    }

    public static async Task<JsonNode> AssessAsync(this Api api, Desk desk, string interviewId) =>
        (await api.PostAsync(desk, $"{Interviews}/{interviewId}/assessment", new JsonObject())).ShouldBe(HttpStatusCode.OK).Json;

    public static async Task ConsentAsync(this Api api, Desk desk, string personId, string office, params string[] categories) =>
        (await api.PostAsync(desk, Consents, Consent(personId, office, categories))).ShouldBe(HttpStatusCode.Created);

    public static JsonObject Consent(string personId, string office, params IEnumerable<string> categories) => new()
    {
        ["personId"] = personId,
        ["recipients"] = new JsonArray(office),
        ["purposes"] = new JsonArray("resolve-issue"),
        ["categories"] = new JsonArray(categories.Select(category => (JsonNode)category).ToArray()),
        ["validTo"] = DateTimeOffset.UtcNow.AddDays(30).ToString("O", CultureInfo.InvariantCulture),
        ["language"] = "por",
        ["evidence"] = "signature",
    };

    public static JsonObject Referral(string personId, string office = "health", string request = "health.user-number", string issue = "numbers.health-user") => new()
    {
        ["personId"] = personId,
        ["receiver"] = new JsonObject { ["office"] = office, ["centre"] = "cnaim-lisboa" },
        ["request"] = request,
        ["issues"] = new JsonArray(issue),
        ["priority"] = "routine",
        ["categories"] = new JsonArray("identity", "contact"),
    };

    /// <summary>A person who agreed to the health office, with a referral that was accepted by the platform.</summary>
    public static async Task<Reply> ReferAsync(this Api api, Desk desk)
    {
        var personId = await api.RegisterAsync(desk);
        await api.ConsentAsync(desk, personId, "health", "identity", "contact");
        return (await api.PostAsync(desk, Sent, Referral(personId))).ShouldBe(HttpStatusCode.Created);
    }

    public static Task<Reply> MoveAsync(this Api api, Desk desk, string id, string action, string? reason = null, string? outcome = null, params string[] results)
    {
        var body = new JsonObject();
        if (reason is not null)
        {
            body["statusReason"] = reason;
        }

        if (outcome is not null)
        {
            body["outcome"] = outcome;
            body["results"] = new JsonArray(results.Select(result => (JsonNode)result).ToArray());
        }

        return api.PostAsync(desk, $"/api/{desk.Office}/v1/referrals/{id}/{action}", body);
    }

    public static async Task<string> StatusAsync(this Api api, Desk desk, string id) =>
        (await api.GetAsync(desk, $"/api/{desk.Office}/v1/referrals/{id}")) is { Status: HttpStatusCode.OK } reply ? reply.Json["status"]!.ToString() : "none";

    /// <summary>Asks again until the state is seen; the limit is generous, what is asserted is that it comes at all.</summary>
    public static async Task ShouldReachAsync(this Api api, Desk desk, string id, string status, int seconds = 20) =>
        (await Eventually.SeenAsync(() => api.StatusAsync(desk, id), found => string.Equals(found, status, StringComparison.Ordinal), seconds)).ShouldBe(status);
}
