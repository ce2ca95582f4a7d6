using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cnaim.Gateway.Network;
using Cnaim.Gateway.Routing;

namespace Cnaim.Gateway.Pages;

/// <summary>The start page: the network's live state, complete without script; the script only keeps it fresh.</summary>
internal static class StartPage
{
    public static string Render(NetworkState state, GatewayOptions options, PageWords words)
    {
        var groups = new StringBuilder();
        foreach (var group in words.Groups)
        {
            var services = state.Services.Where(service => string.Equals(service.Group, group.Key, StringComparison.Ordinal));
            groups.Append(Group(group.Key, group.Value, string.Join('\n', Items(services, options, words))));
        }

        var checkedAt = state.CheckedAt.ToString("O", CultureInfo.InvariantCulture);
        return Layout.Page(words.Language, words.Title, $"""
            <p class="summary" role="status"><strong id="summary">{Text(words.Summarize(state))}</strong>
            <span class="when">{Text(words.CheckedAt)} <time id="checked" datetime="{checkedAt}">{state.CheckedAt:HH:mm:ss} UTC</time></span></p>
            <p id="lost" class="lost" role="alert" hidden>{Text(words.Lost)}</p>
            {groups}
            <section aria-labelledby="links"><h2 id="links">{Text(words.Links)}</h2>
            <ul class="links">
            <li><a href="/docs">{Text(words.Documentation)}</a></li>
            <li><a href="/docs/problems">{Text(words.Problems)}</a></li>
            <li><a href="/network-state">{Text(words.State)}</a></li>
            </ul></section>
            <script type="application/json" id="words">{ScriptWords(words)}</script>
            <script src="/assets/start.js" defer></script>
            """, $"""<a href="/account/sign-in">{Text(words.SignIn)}</a> <a href="/network?lang={words.OtherLanguage}" hreflang="{words.OtherLanguage}" lang="{words.OtherLanguage}">{Text(words.Other)}</a>""");
    }

    private static string Group(string id, string name, string items) => $"""
        <section aria-labelledby="group-{Text(id)}"><h2 id="group-{Text(id)}">{Text(name)}</h2>
        <ul class="services">
        {items}
        </ul></section>

        """;

    private static IEnumerable<string> Items(IEnumerable<ServiceState> services, GatewayOptions options, PageWords words) => services
        .Select(service => (State: service, Name: words.NameOf(options.Services[service.Code])))
        .OrderBy(service => service.Name, StringComparer.Create(CultureInfo.GetCultureInfo(words.Language), ignoreCase: true))
        .Select(service => Item(service.State, service.Name, words));

    private static string Item(ServiceState service, string name, PageWords words) =>
        $"""<li id="service-{Text(service.Code)}" data-state="{service.State}"><span class="name">{Text(name)}</span> <span class="state">{Text(words.States[service.State])}</span></li>""";

    private static string ScriptWords(PageWords words) => JsonSerializer.Serialize(new { words.Language, words.Summary, words.States }, JsonSerializerOptions.Web);

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
