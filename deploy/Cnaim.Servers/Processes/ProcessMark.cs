using System.Globalization;
using System.Text.Json.Serialization;

namespace Cnaim.Servers;

/// <summary>A process that cannot be confused with a later one of the same number: pid and start time of the kernel.</summary>
/// <param name="Id">The process id.</param>
/// <param name="StartTime">Clock ticks after boot, field 22 of <c>/proc/{pid}/stat</c>.</param>
public sealed record ProcessMark(int Id, long StartTime)
{
    /// <summary>Marks a running process; null where none has this id.</summary>
    /// <param name="processId">The process id.</param>
    public static ProcessMark? Of(int processId) => Read(processId) is { State: not 'Z' and not 'X' } stat ? new ProcessMark(processId, stat.StartTime) : null;

    /// <summary>Whether exactly this process is still running.</summary>
    [JsonIgnore]
    public bool IsRunning => Of(Id) == this;

    /// <summary>Sends a signal, if exactly this process is still running.</summary>
    /// <param name="signal">The signal's number.</param>
    /// <returns>False where the process is gone.</returns>
    public bool Signal(int signal) => IsRunning && Native.Kill(Id, signal) == 0;

    private static (char State, long StartTime)? Read(int processId)
    {
        try
        {
            var text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (fields[0][0], long.Parse(fields[19], CultureInfo.InvariantCulture));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
