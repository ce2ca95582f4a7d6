namespace Cnaim.Demo.People;

/// <summary>Invented names: plants for given names, places of nature for family names; nobody is called so.</summary>
internal static class PersonNames
{
    private static readonly string[] Plants =
    [
        "Alfazema", "Rosmaninho", "Medronheiro", "Azinheira", "Alecrim", "Camarinha", "Esteva", "Zambujeiro", "Loureiro-bravo", "Urze",
        "Tília", "Freixo", "Amieiro", "Bordo", "Carqueja", "Murta", "Aroeira-brava", "Buganvília", "Ginkgo", "Açafrão",
        "Acácia-rubra", "Mandacaru", "Buriti", "Cupuaçu", "Copaíba", "Tamarindo", "Moringa", "Baobá", "Mafumeira", "Mopane",
        "Sequoia", "Kapok", "Zimbro", "Lótus", "Peónia", "Marula", "Argânia", "Sumaúma", "Cânfora", "Edelvais",
    ];

    private static readonly string[] Places =
    [
        "da Falésia", "do Estuário", "da Lagoa Funda", "do Vale Verde", "da Serra Alta", "do Delta", "da Nascente", "do Planalto", "da Duna",
        "do Recife", "da Foz", "do Glaciar", "da Savana", "do Mangal", "da Enseada", "do Oásis", "da Cascata", "do Desfiladeiro", "da Ilha Nova", "do Pinhal",
    ];

    private static readonly (string Language, string Script)[] Scripts =
    [
        ("ukr", "Калина Лісова"), ("rus", "Берёза Речная"), ("ara", "ياسمين الوادي"), ("ben", "শাপলা নদী"), ("nep", "गुराँस हिमाल"),
        ("hin", "नीम घाटी"), ("cmn", "梅花山"), ("urd", "چنار وادی"), ("prs", "انار دره"), ("pan", "ਨਿੰਮ ਵਾਦੀ"), ("kat", "ვაზი მთის"),
    ];

    public static (string Given, string Family, string? Script) Next(Draw draw, string language)
    {
        var script = Scripts.FirstOrDefault(item => string.Equals(item.Language, language, StringComparison.Ordinal)).Script;
        var family = draw.Chance(0.05) ? "" : draw.One(Places);
        return (draw.One(Plants), family, script);
    }
}
