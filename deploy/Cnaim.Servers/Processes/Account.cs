using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Cnaim.Servers;

/// <summary>The account that servers and services run as: the own one, or an unprivileged one when started by root.</summary>
public sealed class Account
{
    private const UnixFileMode Traverse = UnixFileMode.OtherExecute;

    private Account(string? name) => Name = name;

    /// <summary>Name of the account to change to; null where the own account is used.</summary>
    public string? Name { get; }

    /// <summary>The account of this process: its own, or as root the one named by <c>CNAIM_USER</c>, <c>nobody</c> by default.</summary>
    public static Account Current { get; } = new(Environment.IsPrivilegedProcess ? Environment.GetEnvironmentVariable("CNAIM_USER") ?? "nobody" : null);

    /// <summary>Arguments put before a command line so that it runs in its own session as this account.</summary>
    public IReadOnlyList<string> Prefix => Name is null
        ? ["setsid"]
        : ["setsid", "setpriv", "--reuid=" + Name, "--regid=" + Group(Name), "--clear-groups", "--no-new-privs"];

    /// <summary>Whether the account can reach a folder: every folder above it lets others pass.</summary>
    /// <param name="path">A folder that exists.</param>
    public bool CanReach(string path)
    {
        for (var folder = new DirectoryInfo(Path.GetFullPath(path)); Name is not null && folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && !folder.UnixFileMode.HasFlag(Traverse))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Creates a folder, makes the account its owner and closes it to others.</summary>
    /// <param name="path">The folder.</param>
    public void CreateFolder(string path)
    {
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Own(path);
    }

    /// <summary>Writes a file that only the account can read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    public void WriteFile(string path, string text)
    {
        File.Delete(path);
        using (var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        using (var writer = new StreamWriter(stream))
        {
            writer.Write(text);
        }

        Own(path);
    }

    private void Own(string path)
    {
        if (Name is not null && Native.Chown(path, Id(Name, "-u"), Id(Name, "-g")) != 0)
        {
            throw new ServerException($"{path} cannot be given to the user {Name} (error {Marshal.GetLastPInvokeError()}); use another folder by setting CNAIM_HOME.");
        }
    }

    private static string Group(string user) => Id(user, "-g").ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static uint Id(string user, string option)
    {
        using var process = Process.Start(new ProcessStartInfo("id", [option, user]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return uint.TryParse(text.Trim(), System.Globalization.CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new ServerException($"The user {user} does not exist; create it, or name another in CNAIM_USER.");
    }
}
