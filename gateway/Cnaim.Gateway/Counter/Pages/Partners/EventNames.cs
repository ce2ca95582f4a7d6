using System.Reflection;
using Cnaim.Contracts;
using Cnaim.Contracts.Events;
using Cnaim.Gateway.Counter.Components;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>What can be told to partners: the events of the contracts, and what they and places are called.</summary>
internal static class EventNames
{
    private const string Network = "pt.cnaim.";

    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(IThinEvent).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IThinEvent)))
            .Select(type => type.GetCustomAttribute<EventAttribute>()?.Type).OfType<string>().Order(StringComparer.Ordinal),
    ];

    public static string Of(Words words, string type) => words.Code("Event", type.StartsWith(Network, StringComparison.Ordinal) ? type[Network.Length..type.LastIndexOf('.')] : type);

    public static IReadOnlyList<Choice> Choices(Words words, IEnumerable<string> types) => [.. types.Select(type => new Choice(type, Of(words, type), type))];

    public static string Place(Words words, string code) => code is "*" ? words["Partner_Everywhere"] : words.Code("Municipality", code);

    public static string Places(Words words, IEnumerable<string> codes) => string.Join(", ", codes.Select(code => Place(words, code)));

    public static string Level(Words words, PartnerTerms terms) => words.Code("DataLevel", terms.DataLevel) + (terms.Office is { } office ? ": " + words.Office(office) : "");

    public static string Period(Words words, PartnerTerms terms) =>
        terms.ValidUntil is { } until ? words.Format("Partner_FromUntil", Words.DateText(terms.ValidFrom), Words.DateText(until)) : words.Format("Partner_FromOn", Words.DateText(terms.ValidFrom));
}
