namespace Cnaim.Mediation.Mediators;

/// <summary>A mediator as the own centre's counter sees it in a list.</summary>
internal sealed record MediatorSummary(Guid Id, string DisplayName, string Centre, bool Remote, bool Active, IReadOnlyList<SpokenLanguage> Languages)
{
    public static MediatorSummary Of(Mediator mediator) =>
        new(mediator.MediatorId, mediator.DisplayName, mediator.Centre, mediator.Remote, mediator.Active, mediator.Languages);
}
