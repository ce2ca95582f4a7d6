namespace Cnaim.Mediation.Mediators;

/// <summary>A mediator as the coordinator of the centre sees it, and the mediator himself.</summary>
internal sealed record MediatorView(
    Guid Id, string DisplayName, string Centre, string? Subject, AssociationView? Association, string? Gender, bool Remote, bool Active,
    IReadOnlyList<SpokenLanguage> Languages, IReadOnlyList<TrainingView> Training, Rota Rota)
{
    public static MediatorView Of(Mediator mediator, DateOnly today) => new(
        mediator.MediatorId,
        mediator.DisplayName,
        mediator.Centre,
        mediator.Subject,
        mediator.AssociationId is { } id ? new AssociationView(id, mediator.AssociationName ?? "") : null,
        mediator.Gender,
        mediator.Remote,
        mediator.Active,
        mediator.Languages,
        [.. mediator.Training.Select(training => new TrainingView(training.Name, training.CompletedOn, training.ValidUntil, training.ValidUntil is null || training.ValidUntil >= today))],
        mediator.Rota);
}

/// <summary>A training, and whether it counts today.</summary>
internal sealed record TrainingView(string Name, DateOnly CompletedOn, DateOnly? ValidUntil, bool IsValid);

/// <summary>A nominating association.</summary>
internal sealed record AssociationView(Guid Id, string Name);
