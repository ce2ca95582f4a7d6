using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cnaim.Mediation.Mediators;

namespace Cnaim.Mediation.Demo;

/// <summary>Invented mediators for the sandbox, always the same for the same seed. Their names are words, so that nobody takes them for people.</summary>
internal static class DemoMediators
{
    public const string Seed = "cnaim-mediators-1";

    private static readonly string[] Words = ["Alecrim", "Brisa", "Cometa", "Duna", "Estrela", "Farol", "Giesta", "Horizonte", "Ilha", "Jasmim"];
    private static readonly string[] Kinds = ["Amostra", "Ensaio", "Exemplo", "Maqueta", "Modelo", "Molde", "Teste"];
    private static readonly string[] Trainings = ["immigration-law", "interpreting-ethics", "trafficking-and-violence", "mental-health-first-aid"];
    private static readonly string[] Genders = ["female", "male", ""];
    private static readonly string[] Shifts = ["09:00-13:00", "13:00-17:00", "09:00-17:00", "08:00-14:00", "11:00-19:00"];

    // More mediators speak what more people need; Portuguese is spoken by all of them.
    private static readonly string[] Spoken = ["kea", "kea", "pov", "uk", "ru", "ro", "ro", "ar", "en", "fr", "es", "ff", "wo", "mnk"];

    private static readonly (string Centre, int Count)[] Centres = [("cnaim-lisboa", 30), ("cnaim-porto", 20), ("cnaim-faro", 12), ("cnaim-beja", 8)];

    public static IReadOnlyList<(AssociationView Association, string Centre)> Associations(string seed) =>
        [.. Words.Take(8).Select((word, index) => (new AssociationView(Id(seed, "association", index), $"Associação {word} (exemplo)"), Centres[index % Centres.Length].Centre))];

    public static IReadOnlyList<Mediator> Mediators(string seed, DateOnly today)
    {
        var centres = Centres.SelectMany(centre => Enumerable.Range(0, centre.Count).Select(number => (centre.Centre, number))).ToList();
        var associations = Associations(seed);
        return [.. centres.Select((place, index) => Mediator(seed, index, place.Centre, place.number, associations[index % associations.Count].Association, today))];
    }

    private static Mediator Mediator(string seed, int index, string centre, int number, AssociationView association, DateOnly today) => new()
    {
        MediatorId = Id(seed, "mediator", index),
        DisplayName = $"{Words[index % Words.Length]} {Kinds[index / Words.Length]}",
        Centre = centre,
        Subject = SubjectOf(centre, number),
        AssociationId = association.Id,
        AssociationName = association.Name,
        Gender = Genders[Pick(seed, "gender", index, Genders.Length)] is { Length: > 0 } gender ? gender : null,
        Remote = Pick(seed, "remote", index, 3) > 0,
        Languages = Languages(seed, index, number),
        Training = [.. Trainings.Where((_, kind) => Pick(seed, "training" + kind.ToString(CultureInfo.InvariantCulture), index, 3) > 0).Select(name => Training(seed, name, index, today))],
        Rota = RotaOf(seed, index),
        Demo = true,
    };

    // The demo identity of a mediator at each centre's reception (./cnaim token reception@CENTRE --role mediator), and the one who signs in as demo-mediator.
    private static string? SubjectOf(string centre, int number) => (number, centre) switch
    {
        (0, _) => $"demo:mediator:reception@{centre}",
        (1, "cnaim-lisboa") => "staff:" + new Guid(SHA256.HashData(Encoding.UTF8.GetBytes("cnaim-demo-staff:demo-mediator")).AsSpan(0, 16)).ToString("N"),
        _ => null,
    };

    private static List<SpokenLanguage> Languages(string seed, int index, int number)
    {
        var first = Spoken[number % Spoken.Length];
        var second = Spoken[Pick(seed, "second", index, Spoken.Length)];
        var languages = new List<SpokenLanguage> { new() { Tag = first, Spoken = "native", Read = first is "ff" or "wo" or "mnk" ? "basic" : "native" } };
        if (!string.Equals(first, second, StringComparison.Ordinal))
        {
            languages.Add(new SpokenLanguage { Tag = second, Spoken = Level.All[1 + Pick(seed, "level", index, 2)], Read = Level.All[Pick(seed, "read", index, 3)] });
        }

        languages.Add(new SpokenLanguage { Tag = "pt", Spoken = "fluent", Read = "good" });
        return languages;
    }

    private static Training Training(string seed, string name, int index, DateOnly today)
    {
        var completed = today.AddDays(-Pick(seed, name, index, 900));
        return new Training { Name = name, CompletedOn = completed, ValidUntil = completed.AddYears(3) };
    }

    private static Rota RotaOf(string seed, int index)
    {
        var shift = Shifts[Pick(seed, "shift", index, Shifts.Length)].Split('-');
        var free = Pick(seed, "free", index, 8);
        string[] days = ["MO", "TU", "WE", "TH", "FR"];
        return new Rota { Hours = [.. days.Where((_, day) => day != free).Select(day => new WeeklyHours { Day = day, From = shift[0], To = shift[1] })] };
    }

    private static int Pick(string seed, string what, int index, int count) =>
        (int)(BinaryPrimitives.ReadUInt32BigEndian(Digest(seed, what, index)) % (uint)count);

    private static Guid Id(string seed, string what, int index) => new(Digest(seed, what, index).AsSpan(0, 16));

    private static byte[] Digest(string seed, string what, int index) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}:{what}:{index}")));
}
