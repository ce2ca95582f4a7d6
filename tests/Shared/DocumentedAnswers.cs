using System.Globalization;
using System.Text.Json.Nodes;

namespace Cnaim.Testing;

/// <summary>Fails on an answer of a service that its document in contracts/openapi does not name: the operation, the status, the media type of a problem, the ETag.</summary>
internal sealed class DocumentedAnswers(string code) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    // What any request may meet before it reaches an endpoint, and what stands in no document.
    private static readonly int[] Unnamed = [405, 431, 500, 502, 504];
    private static readonly string[] Outside = ["/health/", "/openapi/"];

    private readonly string _path = Repository.At("contracts", "openapi", code + ".json");
    private JsonObject? _document;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        if (!File.Exists(_path))
        {
            return answer; // the gateway has none of its own
        }

        if (!Outside.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)) && !Unnamed.Contains((int)answer.StatusCode))
        {
            Check(request.Method.Method, path, answer);
        }

        return answer;
    }

    private void Check(string method, string path, HttpResponseMessage answer)
    {
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (Find(path)?[method.ToLowerInvariant()] is not { } operation)
        {
            Demand(status is "401" or "404" or "400", $"{method} {path} answered {status} and is not in the document");
            return;
        }

        var named = operation["responses"]?[status];
        Demand(named is not null, $"{method} {path} answered {status}, which the document does not name");
        Demand(!answer.IsSuccessStatusCode || answer.Headers.ETag is null == named!["headers"]?["ETag"] is null, $"{method} {path}: the ETag of {status} is not as documented");
        var isProblem = string.Equals(answer.Content.Headers.ContentType?.MediaType, "application/problem+json", StringComparison.Ordinal);
        Demand(isProblem == named!["$ref"]?.GetValue<string>().Contains("/Problem", StringComparison.Ordinal) is true, $"{method} {path}: {status} is not the documented kind of answer");
    }

    /// <summary>The path of the document with the most literal segments.</summary>
    private JsonNode? Find(string path)
    {
        var segments = path.Trim('/').Split('/');
        _document ??= JsonNode.Parse(File.ReadAllText(_path))!.AsObject();
        return _document["paths"]!.AsObject()
            .Where(entry => Matches(entry.Key.Trim('/').Split('/'), segments))
            .OrderBy(entry => entry.Key.Count(letter => letter == '{')).ThenByDescending(entry => entry.Key.Length).FirstOrDefault().Value;
    }

    private static bool Matches(string[] template, string[] segments) =>
        template.Length == segments.Length && template.Zip(segments).All(pair => (pair.First.StartsWith('{') && pair.Second.EndsWith(pair.First[(pair.First.IndexOf('}', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal)) || string.Equals(pair.First, pair.Second, StringComparison.Ordinal));

    private void Demand(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new InvalidOperationException($"{code}: {otherwise}.");
        }
    }
}
