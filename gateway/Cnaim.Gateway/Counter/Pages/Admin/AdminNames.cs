namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>Who somebody is who did something: oneself, the platform, or an account by the id that trails name it by.</summary>
internal static class AdminNames
{
    public static string Who(Words words, string? subject, string self) => subject switch
    {
        null or "" => "–",
        "screening" => words["Admin_Platform"],
        _ when string.Equals(subject, self, StringComparison.Ordinal) => words["Admin_You"],
        _ => subject,
    };
}
