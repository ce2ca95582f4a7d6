namespace Cnaim.Directory.Notices;

/// <summary>The body of <c>POST /notices</c>.</summary>
internal sealed record NewNotice
{
    /// <summary>In Portuguese, 3 to 300 characters; no personal data, since the sign-in page shows it.</summary>
    public required string Pt { get; init; }

    /// <summary>In English, 3 to 300 characters.</summary>
    public required string En { get; init; }

    public required DateTimeOffset ShownFrom { get; init; }

    /// <summary>After the beginning and after now, at most 31 days later.</summary>
    public required DateTimeOffset ShownUntil { get; init; }
}
