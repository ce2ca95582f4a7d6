namespace Cnaim.OfficeKit.Appointments;

/// <summary>The codes that an appointment is described with.</summary>
internal static class AppointmentCodes
{
    /// <summary>The reason that withdrawal and erasure give; nobody chooses it at a counter.</summary>
    public const string PersonLeft = "person-left";

    public static IReadOnlyList<string> Channels { get; } = ["in-person", "telephone", "video"];

    public static IReadOnlyList<string> Reasons { get; } = ["person-asked", "person-ill", "office-closed", "staff-absent", "not-needed", "mistake"];
}
