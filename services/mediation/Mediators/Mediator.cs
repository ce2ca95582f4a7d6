using System.Text.Json;

namespace Cnaim.Mediation.Mediators;

/// <summary>A mediator as it is kept.</summary>
internal sealed record Mediator
{
    public required Guid MediatorId { get; init; }

    public long MediatorNo { get; init; }

    public string? Subject { get; init; }

    public required string DisplayName { get; init; }

    public required string Centre { get; init; }

    public Guid? AssociationId { get; init; }

    public string? AssociationName { get; init; }

    public string? Gender { get; init; }

    public bool Remote { get; init; }

    public bool Active { get; init; } = true;

    public IReadOnlyList<SpokenLanguage> Languages { get; init; } = [];

    public IReadOnlyList<Training> Training { get; init; } = [];

    public Rota Rota { get; init; } = new();

    public long Version { get; init; } = 1;

    public bool Demo { get; init; }

    /// <summary>How well the mediator speaks a language; null when not at all.</summary>
    public SpokenLanguage? Speaks(string tag) => Languages.FirstOrDefault(language => string.Equals(language.Tag, tag, StringComparison.Ordinal));
}

/// <summary>A row of the table, where the lists are JSON.</summary>
internal sealed record MediatorRow
{
    public Guid MediatorId { get; init; }

    public long MediatorNo { get; init; }

    public string? Subject { get; init; }

    public string DisplayName { get; init; } = "";

    public string Centre { get; init; } = "";

    public Guid? AssociationId { get; init; }

    public string? AssociationName { get; init; }

    public string? Gender { get; init; }

    public bool Remote { get; init; }

    public bool Active { get; init; }

    public string Languages { get; init; } = "[]";

    public string Training { get; init; } = "[]";

    public string Rota { get; init; } = "{}";

    public long Version { get; init; }

    public bool Demo { get; init; }

    public static MediatorRow Of(Mediator mediator) => new()
    {
        MediatorId = mediator.MediatorId,
        Subject = mediator.Subject,
        DisplayName = mediator.DisplayName,
        Centre = mediator.Centre,
        AssociationId = mediator.AssociationId,
        Gender = mediator.Gender,
        Remote = mediator.Remote,
        Active = mediator.Active,
        Languages = JsonSerializer.Serialize(mediator.Languages, JsonSerializerOptions.Web),
        Training = JsonSerializer.Serialize(mediator.Training, JsonSerializerOptions.Web),
        Rota = JsonSerializer.Serialize(mediator.Rota, JsonSerializerOptions.Web),
        Version = mediator.Version,
        Demo = mediator.Demo,
    };

    public Mediator ToMediator() => new()
    {
        MediatorId = MediatorId,
        MediatorNo = MediatorNo,
        Subject = Subject,
        DisplayName = DisplayName,
        Centre = Centre,
        AssociationId = AssociationId,
        AssociationName = AssociationName,
        Gender = Gender,
        Remote = Remote,
        Active = Active,
        Languages = JsonSerializer.Deserialize<List<SpokenLanguage>>(Languages, JsonSerializerOptions.Web)!,
        Training = JsonSerializer.Deserialize<List<Training>>(Training, JsonSerializerOptions.Web)!,
        Rota = JsonSerializer.Deserialize<Rota>(Rota, JsonSerializerOptions.Web)!,
        Version = Version,
        Demo = Demo,
    };
}
