namespace Cnaim.Screening.People;

/// <summary>Section <c>People</c>.</summary>
internal sealed class PeopleOptions
{
    /// <summary>Offices where people arrive: they find by process number whoever stands before them, at any centre; default reception.</summary>
    public string[] IntakeOffices { get; set; } = [];
}
