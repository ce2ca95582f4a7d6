namespace Cnaim.Mediation.Interpreting;

/// <summary>Telephone translation (section <c>Interpreting</c>).</summary>
internal sealed class InterpretingOptions
{
    /// <summary>The providers under contract; none until they are set.</summary>
    public List<InterpretingProvider> Providers { get; set; } = [];

    /// <summary>Used in the sandbox while <see cref="Providers"/> is empty, and nowhere else.</summary>
    public List<InterpretingProvider> SandboxProviders { get; set; } = [];

    /// <summary>Minutes of a call when nobody says how long; default 20.</summary>
    public int Minutes { get; set; } = 20;
}

/// <summary>Who answers a three-way call.</summary>
internal sealed class InterpretingProvider
{
    /// <summary>Stable; stands in the record of a call.</summary>
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>What the desk dials.</summary>
    public string Number { get; set; } = "";

    /// <summary>What the desk says or types there; in no table and no log.</summary>
    public string AccessCode { get; set; } = "";

    /// <summary>Calls at the same time.</summary>
    public int Lines { get; set; } = 1;

    /// <summary>Calls at the same time in one language.</summary>
    public int PerLanguage { get; set; } = 1;

    /// <summary>Tags; empty for all languages of telephone translation.</summary>
    public List<string> Languages { get; set; } = [];
}
