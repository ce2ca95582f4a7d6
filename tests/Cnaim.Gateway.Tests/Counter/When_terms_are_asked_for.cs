using System.Text.Json;
using Cnaim.Gateway.Counter.Pages.Partners;
using Cnaim.Testing;

namespace Cnaim.Gateway.Tests.Counter;

public sealed class When_terms_are_asked_for
{
    // The terms are sent whole: a form that does not know a member would give it up, and that counts at once.
    [Fact]
    public void Should_carry_everything_that_an_agreement_may_say()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.At("contracts", "openapi", "subscriptions.json")));
        var agreed = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("AgreementTerms").GetProperty("properties");

        typeof(PartnerTerms).GetProperties().Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name)).ShouldBe(agreed.EnumerateObject().Select(member => member.Name), ignoreOrder: true);
        foreach (var member in typeof(PartnerTerms).GetProperties().Where(member => member.Name is not ("Name" or "FocalPoint")))
        {
            typeof(TermsForm).GetProperty(member.Name).ShouldNotBeNull();
        }
    }
}
