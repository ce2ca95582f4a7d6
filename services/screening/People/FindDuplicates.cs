using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.People;

internal sealed class FindDuplicates(PeopleStore store, FindPeople find)
{
    public async Task<Decision<PeopleFound>> RunAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var person = await store.FindAsync(reference, actor, cancellationToken);
        return person is null ? ScreeningRefusals.PersonNotFound : new PeopleFound(await find.AlikeAsync(person, actor, cancellationToken));
    }
}
