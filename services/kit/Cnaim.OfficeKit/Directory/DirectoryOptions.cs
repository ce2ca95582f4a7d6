namespace Cnaim.OfficeKit.Directory;

/// <summary>How the office asks the directory; section <c>Directory</c>.</summary>
public sealed class DirectoryOptions
{
    /// <summary>How often the office refreshes what it knows; default one minute.</summary>
    public TimeSpan RefreshEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one call may take; default two seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);
}
