using System.Net;
using System.Net.Sockets;

namespace Cnaim.Testing;

/// <summary>A wire to a server that a test can cut: forwards bytes until it is told to swallow an answer and hang up.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly (string Host, int Port) _server;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _wires = [];
    private CancellationTokenSource _up = new();
    private readonly Task _accepting;

    public TcpProxy(string host, int port, int listenOn = 0)
    {
        (_server, _listener) = ((host, port), new TcpListener(IPAddress.Loopback, listenOn));
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether the answer to this request, as the client wrote it, gets lost; the wire is cut with it.</summary>
    public Func<ReadOnlyMemory<byte>, bool> LosesAnswerTo { get; set; } = _ => false;

    public int Lost { get; private set; }

    /// <summary>While true, every wire is cut and new ones are cut at once.</summary>
    public bool IsDown
    {
        get;
        set
        {
            field = value;
            if (value)
            {
                _up.Cancel();
                _up.Dispose();
                _up = new CancellationTokenSource();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested)
        {
            await _stop.CancelAsync();
            _listener.Stop();
            await _accepting;
            await Task.WhenAll(_wires);
            _stop.Dispose();
            _up.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _wires.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        using var wired = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, _up.Token);
        if (IsDown)
        {
            return;
        }

        try
        {
            await far.ConnectAsync(_server.Host, _server.Port, wired.Token);
            var wire = new Wire(near.GetStream(), far.GetStream(), wired.Token);
            await Task.WhenAny(RequestsAsync(wire), AnswersAsync(wire));
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // Cut.
        }
    }

    private async Task RequestsAsync(Wire wire)
    {
        var buffer = new byte[65536];
        int count;
        while ((count = await wire.Near.ReadAsync(buffer, wire.Cut)) > 0)
        {
            if (LosesAnswerTo(buffer.AsMemory(0, count)))
            {
                wire.LosesNext = true;
            }

            await wire.Far.WriteAsync(buffer.AsMemory(0, count), wire.Cut);
        }
    }

    private async Task AnswersAsync(Wire wire)
    {
        var buffer = new byte[65536];
        int count;
        while ((count = await wire.Far.ReadAsync(buffer, wire.Cut)) > 0)
        {
            if (wire.LosesNext)
            {
                // The server has answered, so it has done what it was asked to do.
                Lost++;
                return;
            }

            await wire.Near.WriteAsync(buffer.AsMemory(0, count), wire.Cut);
        }
    }

    private sealed class Wire(NetworkStream near, NetworkStream far, CancellationToken cut)
    {
        public NetworkStream Near { get; } = near;

        public NetworkStream Far { get; } = far;

        public CancellationToken Cut { get; } = cut;

        public bool LosesNext { get; set; }
    }
}
