namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>What the end of a page with a decision needs to know.</summary>
internal interface IDecisionPage
{
    /// <summary>Not decided yet.</summary>
    bool IsOpen { get; }

    /// <summary>Asked for by who looks: another decides.</summary>
    bool IsOwn { get; }

    /// <summary>Where nothing is changed.</summary>
    string Back { get; }
}
