using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Cnaim.Servers;
using Shouldly;

namespace Cnaim.Launcher.Tests.Platform;

/// <summary>A restart that is due in the moment of the stop happens whole or not at all: nothing is left running.</summary>
public sealed class When_a_service_is_stopped_while_it_restarts
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Should_stop_what_the_restart_has_started()
    {
        using var sample = new SamplePlatform();
        var environment = new HeldEnvironment($"http://127.0.0.1:{FreePorts.Next()}");
        await using var service = new SupervisedService(
            new ServiceLaunch
            {
                Host = HostCatalogue.Read(sample.Options.App!).Single(),
                Address = environment.Address,
                Log = Path.Combine(sample.Home, "sample.log"),
                Environment = environment,
                BackOff = sample.Options.BackOff,
            },
            () => { });

        await service.StartAsync();
        await environment.IsRestarting.WaitAsync(Patience, TestContext.Current.CancellationToken);
        var stopping = Task.Run(service.StopAsync, TestContext.Current.CancellationToken);
        await Task.WhenAny(stopping, Task.Delay(500, TestContext.Current.CancellationToken)); // long enough to stop what there is to stop
        environment.GoOn();
        try
        {
            await stopping.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        finally
        {
            await service.KillAsync();
        }

        (service.Status, service.Restarts, service.Process).ShouldBe((ServiceStatus.Stopped, 1, null));
    }

    /// <summary>Lets the first start fail and holds the second one until told.</summary>
    private sealed class HeldEnvironment(string address) : IReadOnlyDictionary<string, string>
    {
        private readonly TaskCompletionSource _restarting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _reads;

        public string Address => address;

        public Task IsRestarting => _restarting.Task;

        public IEnumerable<string> Keys => Values(fails: false).Keys;

        IEnumerable<string> IReadOnlyDictionary<string, string>.Values => Values(fails: false).Values;

        public int Count => Values(fails: false).Count;

        public string this[string key] => Values(fails: false)[key];

        public void GoOn() => _goOn.TrySetResult();

        public bool ContainsKey(string key) => Values(fails: false).ContainsKey(key);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => Values(fails: false).TryGetValue(key, out value);

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
        {
            var isFirst = Interlocked.Increment(ref _reads) == 1;
            if (!isFirst)
            {
                _restarting.TrySetResult();
                _goOn.Task.GetAwaiter().GetResult();
            }

            return Values(isFirst).GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private Dictionary<string, string> Values(bool fails)
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_URLS"] = address };
            if (fails)
            {
                values["SAMPLE_FAILS"] = "1";
            }

            return values;
        }
    }
}
