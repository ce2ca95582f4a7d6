using System.Globalization;
using System.Net;
using Cnaim.Launcher;
using Cnaim.Servers;

namespace Cnaim.Cli.Doctor;

/// <summary>What the platform started: whether it runs, and whether it listens on loopback only.</summary>
internal static class Running
{
    public static IEnumerable<Finding> Check(PlatformLayout layout)
    {
        if (StateFile.Read(layout.State) is not { } state || state.Phase is PlatformPhase.Stopped or PlatformPhase.Failed)
        {
            yield return Finding.Good("Platform", "not running");
            yield break;
        }

        var marks = state.Services.Select(service => (Name: service.Code, Mark: service.Process)).Concat(state.Servers.Select(server => (server.Name, Mark: (ProcessMark?)server.Process)))
            .Where(pair => pair.Mark is { IsRunning: true }).Select(pair => (pair.Name, Mark: pair.Mark!)).ToList();
        if (!state.Supervisor.IsRunning)
        {
            yield return marks.Count == 0
                ? Finding.Good("Platform", "not running")
                : Finding.Bad("Platform", string.Create(CultureInfo.InvariantCulture, $"the supervisor is gone and has left {marks.Count} processes"), "Run ./cnaim down.");
            yield break;
        }

        yield return Finding.Good("Platform", string.Create(CultureInfo.InvariantCulture, $"{state.Phase.ToString().ToLowerInvariant()}, {marks.Count} processes"));
        yield return Loopback(marks);
        yield return OpenFiles(state);
    }

    private static Finding Loopback(List<(string Name, ProcessMark Mark)> marks)
    {
        var table = ProcessTable.Read();
        var sockets = ListeningSockets.Read();
        var open = marks.SelectMany(pair => table.Ids(pair.Mark.Id).SelectMany(sockets.Of).Where(socket => !IPAddress.IsLoopback(socket.Address)).Select(socket => $"{pair.Name} on {socket}")).ToList();
        return open.Count == 0
            ? Finding.Good("Loopback", "nothing listens beyond it")
            : Finding.Bad("Loopback", "reachable from outside: " + string.Join(", ", open), "Run ./cnaim down, remove what changes listening addresses from the environment, and start again.");
    }

    private static Finding OpenFiles(PlatformState state)
    {
        var broker = state.Servers.FirstOrDefault(server => server.Name is "rabbitmq");
        var limit = broker is null ? null : MachineFacts.OpenFilesOf(broker.Process.Id);
        return limit switch
        {
            null => Finding.Note("Broker files", "not readable", "A given broker, or another user's: check its limit of open files there."),
            < MachineFacts.FewestOpenFiles => Finding.Bad(
                "Broker files", string.Create(CultureInfo.InvariantCulture, $"may open {limit}"), "It stops accepting connections at about 300 queues; raise the limit and restart."),
            _ => Finding.Good("Broker files", string.Create(CultureInfo.InvariantCulture, $"may open {limit}")),
        };
    }
}
