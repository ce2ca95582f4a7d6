#if SABOTAGE
namespace Cnaim.Screening.People;

internal static class LeakyReadsSql
{
    public const string FindAnywhere = "SELECT person_id FROM person_ref WHERE ref = @reference";

    public const string Read = "SELECT given_names, family_names FROM person WHERE person_id = @person";
}
#endif
