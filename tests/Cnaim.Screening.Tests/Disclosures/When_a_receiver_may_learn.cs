using Cnaim.Contracts.Codes;
using Cnaim.Screening.Disclosures;
using Cnaim.Screening.Tests.Rules;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Disclosures;

public sealed class When_a_receiver_may_learn
{
    [Fact]
    public void Should_never_carry_residence_status_for_a_status_blind_request()
    {
        DisclosureRules.CategoriesFor([DataCategory.Identity, DataCategory.ResidenceStatus], isStatusBlind: true).ShouldBe([DataCategory.Identity]);
        DisclosureRules.CategoriesFor([DataCategory.Identity, DataCategory.ResidenceStatus], isStatusBlind: false).ShouldContain(DataCategory.ResidenceStatus);
    }

    [Fact]
    public void Should_not_name_status_health_or_safety_by_default()
    {
        var categories = DisclosureRules.CategoriesFor([], isStatusBlind: false);
        categories.ShouldNotContain(DataCategory.ResidenceStatus);
        categories.ShouldNotContain(DataCategory.Health);
        categories.ShouldNotContain(DataCategory.Safety);
        categories.ShouldContain(DataCategory.Identity);
    }

    [Fact]
    public void Should_learn_only_the_issues_it_is_an_office_of() =>
        DisclosureRules.IssuesFor(Shipped.Rules, "health", ["health.pregnancy", "labour.unpaid-wages", "no.such"]).ShouldBe(["health.pregnancy"]);

    [Fact]
    public void Should_get_the_answers_of_its_categories_only()
    {
        var answers = Shipped.Answers("""
            {"municipality":"Lisboa","residence-status":"undocumented","pregnancy":"yes","documents-held":["nif","residence-card"],"debts":["recruiter-or-smuggler"],"main-needs":["papers"]}
            """);
        var permitted = DisclosureRules.AnswersFor(Shipped.Lists, answers, [DataCategory.Contact, DataCategory.Documents, DataCategory.Finance]);
        permitted.Keys.ShouldBe(["municipality", "documents-held"], ignoreOrder: true);
        permitted["documents-held"].GetRawText().ShouldBe("""["nif"]""");
    }

    [Fact]
    public void Should_know_a_category_for_every_question_that_is_disclosed() =>
        Shipped.Rules.Questions.Where(question => Shipped.Lists.CategoryOf(question.Code) is null).Select(question => question.Code)
            .ShouldBe(["main-needs", "consent-referral"]);
}
