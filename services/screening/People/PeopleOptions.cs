using System.ComponentModel.DataAnnotations;

namespace Cnaim.Screening.People;

/// <summary>Section <c>People</c>.</summary>
internal sealed class PeopleOptions
{
    /// <summary>Offices where people arrive: they find by process number whoever stands before them, at any centre; default reception.</summary>
    public string[] IntakeOffices { get; set; } = [];

    /// <summary>Offices that learn nothing about a person without the person's own request: no law and no emergency opens a record to them; always borders.</summary>
    public string[] FirewalledOffices { get; set; } = ["borders"];

    /// <summary>Searches a minute of one member of staff or client; default 20.</summary>
    [Range(1, 10_000)]
    public int SearchesPerMinute { get; set; } = 20;
}
