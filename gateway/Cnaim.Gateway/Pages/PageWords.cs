using System.Globalization;
using Cnaim.Gateway.Network;
using Cnaim.Gateway.Routing;

namespace Cnaim.Gateway.Pages;

/// <summary>The words of the start page in one language.</summary>
internal sealed record PageWords
{
    public static readonly PageWords English = new()
    {
        Language = "en",
        Title = "Support network for the integration of migrants",
        Summary = "{0} of {1} services are running",
        CheckedAt = "checked at",
        Lost = "The gateway does not answer. Trying again.",
        Links = "For partners",
        Documentation = "API documentation",
        Problems = "Problem codes",
        State = "State as JSON",
        SignIn = "Sign in",
        Other = "Português",
        OtherLanguage = "pt",
        Groups = Texts(("centre", "Centre"), ("agency", "Agencies"), ("support-office", "Support offices")),
        States = Texts(
            (ServiceState.Running, "running"), (ServiceState.NotFlowing, "messages wait"), (ServiceState.NotReady, "starting"),
            (ServiceState.NoAnswer, "no answer"), (ServiceState.NotStarted, "not started")),
    };

    public static readonly PageWords Portuguese = new()
    {
        Language = "pt",
        Title = "Rede de apoio à integração de migrantes",
        Summary = "{0} de {1} serviços em funcionamento",
        CheckedAt = "verificado às",
        Lost = "O portal não responde. A tentar de novo.",
        Links = "Para parceiros",
        Documentation = "Documentação da API",
        Problems = "Códigos de problemas",
        State = "Estado em JSON",
        SignIn = "Entrar",
        Other = "English",
        OtherLanguage = "en",
        Groups = Texts(("centre", "Centro"), ("agency", "Agências"), ("support-office", "Gabinetes de apoio")),
        States = Texts(
            (ServiceState.Running, "em funcionamento"), (ServiceState.NotFlowing, "mensagens em espera"), (ServiceState.NotReady, "a iniciar"),
            (ServiceState.NoAnswer, "sem resposta"), (ServiceState.NotStarted, "não iniciado")),
    };

    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required string CheckedAt { get; init; }

    public required string Lost { get; init; }

    public required string Links { get; init; }

    public required string Documentation { get; init; }

    public required string Problems { get; init; }

    public required string State { get; init; }

    public required string SignIn { get; init; }

    public required string Other { get; init; }

    public required string OtherLanguage { get; init; }

    public required IReadOnlyDictionary<string, string> Groups { get; init; }

    public required IReadOnlyDictionary<string, string> States { get; init; }

    /// <summary>The language asked for in the address, else the browser's.</summary>
    public static PageWords For(HttpRequest request)
    {
        var asked = request.Query["lang"].ToString();
        var language = asked.Length > 0
            ? asked
            : request.GetTypedHeaders().AcceptLanguage.OrderByDescending(value => value.Quality ?? 1)
                .Select(value => value.Value.ToString()[..Math.Min(2, value.Value.Length)]).FirstOrDefault(value => value is "pt" or "en");
        return language is "pt" ? Portuguese : English;
    }

    public string NameOf(ServiceOptions service) => Language is "pt" ? service.Pt : service.En;

    public string Summarize(NetworkState state) => string.Format(CultureInfo.InvariantCulture, Summary, state.Running, state.Total);

    private static Dictionary<string, string> Texts(params (string Key, string Text)[] texts) =>
        texts.ToDictionary(text => text.Key, text => text.Text, StringComparer.Ordinal);
}
