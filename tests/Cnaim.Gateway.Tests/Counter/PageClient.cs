using System.Text.RegularExpressions;

namespace Cnaim.Gateway.Tests.Counter;

/// <summary>A browser without scripts at which a role of the health office works; services behind it say what the test scripts.</summary>
internal sealed partial class PageClient(GatewayUnderTest gateway, string role)
{
    private readonly (string Name, string Value)[] _headers = [("Cookie", $"cnaim=role:{role}"), ("Accept", "text/html")];

    public async Task<PageText> GetAsync(string path) => await ReadAsync(await gateway.SendAsync(HttpMethod.Get, path, signedIn: false, headers: _headers));

    /// <summary>Sends a form as the page has made it, with what is entered.</summary>
    public async Task<PageText> PostAsync(PageText page, string path, params (string Name, string Value)[] entered)
    {
        var hidden = Hidden().Matches(page.Text).Select(field => (Name: field.Groups["name"].Value, Value: System.Net.WebUtility.HtmlDecode(field.Groups["value"].Value)))
            .DistinctBy(field => field.Name, StringComparer.Ordinal).ExceptBy(entered.Select(field => field.Name), field => field.Name, StringComparer.Ordinal);
        var form = new FormUrlEncodedContent(hidden.Concat(entered).Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        return await ReadAsync(await gateway.SendAsync(HttpMethod.Post, path, form, signedIn: false, _headers));
    }

    private static async Task<PageText> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return new PageText((int)answer.StatusCode, System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), answer.Headers.Location?.OriginalString);
        }
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>(?:\"[^\"]*\"|[^\"]*))\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hidden();
}

/// <summary>What came back.</summary>
internal sealed record PageText(int Status, string Text, string? Location);
