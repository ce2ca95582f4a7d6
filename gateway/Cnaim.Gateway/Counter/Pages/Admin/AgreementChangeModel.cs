using Cnaim.Gateway.Counter.Pages.Partners;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: what was asked of an agreement.</summary>
internal sealed class AgreementChangeModel() : DecisionPage<PartnerAgreementChange>("subscriptions", AgreementsModel.Path + "/changes", "/admin/agreements")
{
    protected override string Name => AdminPages.Agreements;
}
