using System.Globalization;
using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Cnaim.Gateway.Counter.Texts;
using Cnaim.Gateway.Routing;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Cnaim.Gateway.Counter;

/// <summary>Every text of the counter, in the language of who works there; texts are in <c>Counter/Words*.resx</c>.</summary>
internal sealed class Words(IStringLocalizer<Words> texts, CodeNames names, IOptions<GatewayOptions> gateway)
{
    /// <summary>The languages of staff, the default first.</summary>
    public static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("pt-PT"), CultureInfo.GetCultureInfo("en")];

    /// <summary>The days of the week by their iCalendar names.</summary>
    public static readonly string[] WeekDays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>The time of the centres.</summary>
    public static readonly TimeZoneInfo CentreTime = TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon");

    public static string Language => CultureInfo.CurrentUICulture.Name;

    public static string Other => IsPortuguese ? "en" : "pt-PT";

    private const int ShownOfId = 12;

    private static bool IsPortuguese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "pt";

    public string this[string name] => texts[name];

    /// <summary>A text in Portuguese, whoever looks: for pages that are the same for everybody.</summary>
    public string Pt(string name) => In(Languages[0], name);

    /// <summary>A text in English, whoever looks.</summary>
    public string En(string name) => In(Languages[1], name);

    /// <summary>A text with values at its positions; where it counts, in the form that the count takes in the language.</summary>
    public string Format(string name, params object?[] values) => PluralText.Format(CultureInfo.CurrentCulture, Language, texts[name], values);

    /// <summary>A code in words, where there are some, else the code: nothing is hidden because a text is missing.</summary>
    public string Code(string kind, string? code) => code is null ? ""
        : texts[kind + "_" + code] is { ResourceNotFound: false } text ? text.Value
        : names.Find(kind, code) is { } name ? IsPortuguese ? name.Pt : name.En
        : code;

    /// <summary>Codes to choose from, in their order; <paramref name="none"/> names the text of an empty choice before them.</summary>
    public IReadOnlyList<Choice> Choices(string kind, IEnumerable<string> codes, string? none = null) =>
        [.. none is null ? (Choice[])[] : [new Choice("", texts[none])], .. codes.Select(code => new Choice(code, Code(kind, code)))];

    public string Office(string code) => gateway.Value.Services.TryGetValue(code, out var service) ? IsPortuguese ? service.Pt : service.En : Code("Office", code);

    /// <summary>What was done with which kind of record.</summary>
    public string Look(Pages.Audit.Access look) => $"{Code("RecordKind", look.RecordKind)}: {Code("Look", look.Action[(look.Action.IndexOf('.', StringComparison.Ordinal) + 1)..])}";

    /// <summary>The ticket, case or referral for which somebody looked; the end of its id tells it from others.</summary>
    public string Behind(string? work) => work?.Split(':') switch
    {
        [var kind, { Length: > ShownOfId } id] => $"{Code("Behind", kind)} {id[^ShownOfId..]}",
        [var kind] => Code("Behind", kind),
        _ => texts["Audit_NothingBehind"],
    };

    public string ProblemAt(string field) => texts["FieldWrong_" + field] is { ResourceNotFound: false } text ? text.Value : Format("FieldWrong", field);

    public string Problem(ServiceProblem problem) => texts["Problem_" + problem.Code] is { ResourceNotFound: false } text ? text.Value
        : problem switch
        {
            { IsStale: true } => texts["Problem_stale"],
            { Status: 429 } => Format("Msg_M15", problem.RetryAfter?.TotalSeconds ?? 60),
            { IsSilent: true } => texts["Problem_silent"],
            { IsMissing: true } => texts["Msg_M11"],
            _ => Format("Problem_other", problem.Code),
        };

    /// <summary>A moment as the counter reads it, in the centre's time.</summary>
    public static string When(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, CentreTime);
        return local.ToString(IsPortuguese ? "d 'de' MMMM 'de' yyyy, HH:mm" : "d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture);
    }

    /// <summary>A day, in the centre's time.</summary>
    public static string Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, CentreTime).ToString(IsPortuguese ? "d 'de' MMMM 'de' yyyy" : "d MMMM yyyy", CultureInfo.CurrentCulture);

    private string In(CultureInfo language, string name)
    {
        var current = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = language;
            return texts[name].Value;
        }
        finally
        {
            CultureInfo.CurrentUICulture = current;
        }
    }

    /// <summary>The time of day, in the centre's time.</summary>
    public static string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, CentreTime).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The local date of a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, CentreTime).DateTime);

    /// <summary>A date as the counter reads it, with its day of the week.</summary>
    public static string DayText(DateOnly day) => day.ToString(IsPortuguese ? "dddd, d 'de' MMMM 'de' yyyy" : "dddd, d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>A date without its day of the week.</summary>
    public static string DateText(DateOnly day) => day.ToString(IsPortuguese ? "d 'de' MMMM 'de' yyyy" : "d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>Days of the week by their iCalendar names; neighbours as a range.</summary>
    public string Days(IReadOnlyList<string> days)
    {
        var sorted = WeekDays.Where(day => days.Contains(day, StringComparer.Ordinal)).ToList();
        return sorted.Count > 2 && Array.IndexOf(WeekDays, sorted[^1]) - Array.IndexOf(WeekDays, sorted[0]) == sorted.Count - 1
            ? $"{Code("Admin_Day", sorted[0])} – {Code("Admin_Day", sorted[^1])}"
            : string.Join(", ", sorted.Select(day => Code("Admin_Day", day)));
    }

    /// <summary>When a centre is open.</summary>
    public string Hours(IEnumerable<Pages.Admin.CentreHours> hours) => string.Join("; ", hours.Select(some => $"{Days(some.Days)} {some.Opens}–{some.Closes}"));

    /// <summary>A date in a heading of a column.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("ddd d/M", CultureInfo.CurrentCulture);
}
