namespace Cnaim.OfficeKit;

/// <summary>What people see of an office; section <c>Office</c> of its settings. Names change, codes do not.</summary>
public sealed class OfficeOptions
{
    /// <summary>The name by language, for example <c>pt</c> and <c>en</c>.</summary>
    public Dictionary<string, string> Name { get; set; } = [];

    /// <summary><c>agency</c>, <c>support-office</c> or <c>reception</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Centres at which the office has a system of its own, each with that system's client: only it answers referrals there (ADR 0104). Empty by default.</summary>
    public Dictionary<string, string> External { get; set; } = new(StringComparer.Ordinal);

    /// <summary><c>normal</c>, <c>sensitive</c> or <c>special</c>: how closely the office's data is held.</summary>
    public string Sensitivity { get; set; } = "normal";
}
