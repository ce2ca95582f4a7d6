using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S12: a new person.</summary>
internal sealed class NewModel(CodeNames names) : PersonFormPage(names)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Check())
        {
            return Again();
        }

        var answer = await Calls.SendAsync<NewPerson>(new ServiceRequest("screening", HttpMethod.Post, "/v1/people") { Body = Input(), IdempotencyKey = FormKey }, cancellationToken);
        if (!answer.IsGood)
        {
            return Again(answer.Problem);
        }

        Tell("person");
        return LocalRedirect("/people/" + answer.Value.Id);
    }

    private object Input() => new
    {
        givenNames = Split(GivenNames),
        familyNames = Split(FamilyNames),
        knownAs = Given(KnownAs),
        nameInScript = Given(NameInScript),
        birth = Person.Approximate(BirthDay, BirthMonth, BirthYear),
        nationalities = Given(Nationality) is { } nationality ? new[] { nationality } : [],
        languages = Given(Language) is { } language ? new[] { language } : [],
    };
}
