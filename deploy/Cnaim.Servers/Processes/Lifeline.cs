using System.Diagnostics;
using System.Globalization;

namespace Cnaim.Servers;

/// <summary>A small shell that reads from this process and ends what it started when this process is gone, however it went.</summary>
internal sealed class Lifeline
{
    // Lines are "pid start-time". At the end of the input every process that still has its start time is asked to end, then killed.
    private const string Shell = """
        held=''
        alive() { stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1; set -- "$2" ${stat##*) }; [ "$1" = "${21}" ] && [ "$2" != Z ]; }
        while read -r pid start; do held="$held $pid:$start"; done
        for signal in TERM INT KILL; do
          for one in $held; do alive "${one%:*}" "${one#*:}" && kill -s "$signal" "${one%:*}"; done
          for tick in $(seq 50); do
            left=''; for one in $held; do alive "${one%:*}" "${one#*:}" && left=1; done
            [ -z "$left" ] && exit 0
            sleep 0.1
          done
        done
        """;

    private readonly Process _process;

    private Lifeline() => _process = Process.Start(new ProcessStartInfo("setsid", ["sh", "-c", Shell])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    }) ?? throw new ServerException("The shell /bin/sh cannot be started.");

    public static Lifeline Current { get; } = new();

    public void Hold(int processId)
    {
        if (ProcessMark.Of(processId) is { } mark)
        {
            lock (_process)
            {
                _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mark.Id} {mark.StartTime}"));
                _process.StandardInput.Flush();
            }
        }
    }
}
