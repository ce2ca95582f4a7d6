namespace Cnaim.Gateway.Routing;

/// <summary>One service as people see it.</summary>
internal sealed class ServiceOptions
{
    /// <summary><c>centre</c>, <c>agency</c> or <c>support-office</c>.</summary>
    public string Group { get; set; } = "centre";

    /// <summary>Its name in English.</summary>
    public string En { get; set; } = "";

    /// <summary>Its name in Portuguese.</summary>
    public string Pt { get; set; } = "";

    /// <summary>Largest request body in bytes; null for the gateway's. The service may refuse less on most of its paths.</summary>
    public long? BodyBytes { get; set; }

    /// <summary>Longest time for one request; null for the gateway's.</summary>
    public TimeSpan? Timeout { get; set; }
}
