namespace Cnaim.Gateway.Counter;

/// <summary>The pages of administration, by role: what a role's rights allow nowhere is not there for it.</summary>
internal static class AdminPages
{
    public const string Rules = "rules";
    public const string Offices = "offices";
    public const string FocalPoints = "focal-points";
    public const string Calendars = "calendars";
    public const string Users = "users";
    public const string Agreements = "agreements";
    public const string Clients = "clients";
    public const string Queues = "queues";

    public static IReadOnlyList<string> Of(string role) => role switch
    {
        "administrator" => [Rules, Offices, FocalPoints, Users, Agreements, Clients, Queues],
        "coordinator" => [Offices, FocalPoints, Calendars, Users],
        "focal-point" => [Calendars],
        "national-manager" => [Rules],
        _ => [],
    };
}
